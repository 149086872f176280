package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Lets a site see a call, or the object that was constructed, once it has returned. */
final class OutcomeAdvice {

    private OutcomeAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.This(optional = true) @Nullable Object receiver,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object returned) {
        if (Dispatcher.isOpen(site)) {
            Dispatcher.complete(site, receiver, arguments, returned);
        }
    }
}
