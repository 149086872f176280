package io.scupper.agent.weave;

import io.scupper.boot.Dispatcher;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Lets a site see the object that a call is made on, and nothing else of it. */
final class ReceiverAdvice {

    private ReceiverAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @SiteNumber int site,
            @Advice.Origin Class<?> type,
            @Advice.Origin("#m#d") String method,
            @Advice.This(optional = true) @Nullable Object receiver) {
        if (Dispatcher.isOpen(site)) {
            Dispatcher.see(site, type, method, receiver);
        }
    }
}
