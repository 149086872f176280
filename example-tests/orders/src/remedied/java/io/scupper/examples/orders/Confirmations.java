package io.scupper.examples.orders;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Publishes confirmations and waits, without a thread, until our own subscriber has seen them. */
final class Confirmations {

    private static final int MOST_PENDING = 10_000;

    private final Function<String, CompletionStage<?>> publish;
    private final ScheduledExecutorService timer;
    private final Duration timeout;
    private final String sender = UUID.randomUUID().toString();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong confirmed = new AtomicLong();
    private final Map<String, PendingConfirmation> pending = new ConcurrentHashMap<>();

    Confirmations(Function<String, CompletionStage<?>> publish, ScheduledExecutorService timer, Duration timeout) {
        this.publish = publish;
        this.timer = timer;
        this.timeout = timeout;
    }

    /** Publishes the confirmation and returns at once: true when it is on its way, false when too many are. */
    boolean confirm(String orderId) {
        if (pending.size() >= MOST_PENDING) {
            return false;
        }
        String message = sender + "/" + sent.incrementAndGet();
        PendingConfirmation confirmation = new PendingConfirmation(orderId);
        pending.put(message, confirmation);
        Future<?> expiry = timer.schedule(confirmation::fail, timeout.toMillis(), TimeUnit.MILLISECONDS);
        confirmation.outcome().whenComplete((outcome, failure) -> {
            // However it ends: seen, too late, or never published.
            pending.remove(message);
            expiry.cancel(false);
        });
        publish.apply(message).whenComplete((receivers, failure) -> {
            if (failure != null) {
                confirmation.fail();
            }
        });
        return true;
    }

    /** Takes a message off the channel. */
    void seen(String message) {
        PendingConfirmation confirmation = pending.get(message);
        if (confirmation != null && confirmation.confirm()) {
            confirmed.incrementAndGet();
        }
    }

    int pending() {
        return pending.size();
    }

    long confirmed() {
        return confirmed.get();
    }
}
