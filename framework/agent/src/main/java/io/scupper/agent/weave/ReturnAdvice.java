package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Lets a site see what a call returned. */
final class ReturnAdvice {

    private ReturnAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@SiteNumber int site, @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object returned) {
        if (Dispatcher.isOpen(site)) {
            Dispatcher.leave(site, returned);
        }
    }
}
