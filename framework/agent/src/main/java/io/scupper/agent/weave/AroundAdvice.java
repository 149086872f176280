package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Lets a site see a call before its body, and see how it ends. Not for constructors, whose object is not there before. */
final class AroundAdvice {

    private AroundAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.This(optional = true) @Nullable Object receiver,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
        return Dispatcher.isOpen(site) ? Dispatcher.begin(site, receiver, arguments) : null;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object known, @Advice.Thrown @Nullable Throwable thrown) {
        if (known != null) {
            Dispatcher.end(site, known, thrown != null);
        }
    }
}
