package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Lets a site see a call before its body: to leave it out, to wait, or to keep something of it. */
final class EntryAdvice {

    private EntryAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.Origin Class<?> type,
            @Advice.Origin("#m#d") String method,
            @Advice.This(optional = true) @Nullable Object receiver,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
        return Dispatcher.isOpen(site) ? Dispatcher.enter(site, type, method, receiver, arguments) : null;
    }
}
