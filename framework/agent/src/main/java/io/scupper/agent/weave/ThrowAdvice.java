package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Lets a site throw instead of a call. The exit throws, because what an entry throws is suppressed. */
final class ThrowAdvice {

    private ThrowAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.Origin Class<?> type,
            @Advice.Origin("#m#d") String method,
            @Advice.This(optional = true) @Nullable Object receiver,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
        return Dispatcher.isOpen(site) ? Dispatcher.enter(site, type, method, receiver, arguments) : null;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object verdict, @Advice.Thrown(readOnly = false) @Nullable Throwable thrown) {
        if (verdict != null) {
            thrown = Dispatcher.thrown(verdict);
        }
    }
}
