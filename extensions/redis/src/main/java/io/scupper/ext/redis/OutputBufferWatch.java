package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches, while a fault is armed, how much Redis holds for its clients and which subscribers it loses: evidence for the
 * report, because both are gone by the time the subject has settled. One daemon thread that asks 20 times a second.
 */
final class OutputBufferWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    /**
     * A subscriber that is gone while so much waits for it has been cut off: who says good-bye by itself has read what there
     * was. Far below each limit, because much may be published between two looks.
     */
    private static final long MUCH_BYTES = 1 << 20;

    private final Optional<RedisConnection> connection;
    private final LongSupplier sentBytes;
    private final Map<Long, Long> subscribers = new HashMap<>();

    private long sentBefore;
    private long heldBefore;
    private long increases;
    private long peakBytes;
    private long lost;
    private long cutOff;

    @Nullable
    private CountDownLatch stop;

    /**
     * Makes a watch, not started as yet; without a server it sees nothing.
     *
     * @param sentBytes returns how many bytes the subject has sent to Redis so far, all of which ask for an answer
     */
    OutputBufferWatch(Optional<RedisServer> server, LongSupplier sentBytes) {
        this.sentBytes = sentBytes;
        this.connection = server.map(redis -> new RedisConnection(redis.address(), "watch"));
    }

    /** Forgets what was seen and begins. */
    synchronized void start() {
        stop();
        peakBytes = 0;
        lost = 0;
        cutOff = 0;
        subscribers.clear();
        if (connection.isPresent()) {
            look();
            increases = 0;
            var until = new CountDownLatch(1);
            stop = until;
            var thread = new Thread(() -> watch(until), "scupper-redis-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Looks a last time. */
    synchronized void stop() {
        if (stop != null) {
            look();
            stop.countDown();
            stop = null;
        }
    }

    /** Returns at how many looks there was more to hold back than at the look before. */
    synchronized long increases() {
        return increases;
    }

    /** Returns what was seen in words that continue a sentence. */
    synchronized String evidence() {
        if (connection.isEmpty()) {
            return "";
        }
        if (stop != null) {
            look();
        }
        return "; Redis held up to " + ByteSize.format(peakBytes) + " (omem) for its clients"
                + (cutOff == 0 ? "" : ", then cut off " + subscribers(cutOff) + " for which it held too much")
                + (lost == 0 ? "" : "; it lost " + subscribers(lost));
    }

    @Override
    public synchronized void close() {
        stop();
        connection.ifPresent(RedisConnection::close);
    }

    private void watch(CountDownLatch until) {
        try {
            while (!until.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                synchronized (this) {
                    if (until.getCount() > 0) {
                        look();
                    }
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; were it so, the evidence would be thinner, nothing else.
        }
    }

    private void look() {
        try {
            see(connection.map(RedisConnection::clients).orElse(List.of()));
        } catch (ScupperException e) {
            // A Redis that is gone is the probe's error to raise; here only a look is missed.
        }
    }

    private void see(List<RedisClient> clients) {
        long held = clients.stream().mapToLong(RedisClient::omem).sum();
        long sent = sentBytes.getAsLong();
        if (held > heldBefore || sent > sentBefore) {
            increases++;
        }
        heldBefore = held;
        sentBefore = sent;
        peakBytes = Math.max(peakBytes, held);
        Map<Long, Long> now = clients.stream()
                .filter(client -> client.subscriptions() > 0)
                .collect(Collectors.toMap(RedisClient::id, RedisClient::omem));
        subscribers.keySet().removeAll(now.keySet());
        for (long omem : subscribers.values()) {
            if (omem >= MUCH_BYTES) {
                cutOff++;
            } else {
                lost++;
            }
        }
        subscribers.clear();
        subscribers.putAll(now);
    }

    private static String subscribers(long count) {
        return count + (count == 1 ? " subscriber" : " subscribers");
    }
}
