package io.scupper.examples.orders;

import java.util.concurrent.CompletableFuture;

/** A confirmation that was published and has not come back yet. It ends once: confirmed or failed. */
final class PendingConfirmation {

    private final String orderId;
    private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

    PendingConfirmation(String orderId) {
        this.orderId = orderId;
    }

    String orderId() {
        return orderId;
    }

    /** Ends it well; false when it had ended before. */
    boolean confirm() {
        return outcome.complete(true);
    }

    /** Ends it badly; false when it had ended before. */
    boolean fail() {
        return outcome.complete(false);
    }

    CompletableFuture<Boolean> outcome() {
        return outcome;
    }
}
