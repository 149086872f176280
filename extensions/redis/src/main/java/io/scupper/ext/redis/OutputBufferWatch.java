package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
     * A subscriber that is gone while so much waits for it has been cut off, as far as can be told of a Redis that does not
     * count them: who says good-bye by itself has read what there was. Far below each limit, because much may be published
     * between two looks.
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
    private long lostWithMuch;
    private OptionalLong countBefore = OptionalLong.empty();

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
        lostWithMuch = 0;
        subscribers.clear();
        if (connection.isPresent()) {
            look();
            increases = 0;
            countBefore = count();
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
                + (lost == 0 ? "" : losses());
    }

    private String losses() {
        long cutOff = cutOff();
        if (cutOff == 0) {
            return " and lost " + subscribers(lost) + ", with a limit of " + limit();
        }
        return " and cut off " + subscribers(cutOff) + " at the limit of " + limit()
                + (cutOff == lost ? "" : "; it lost " + subscribers(lost - cutOff) + " besides");
    }

    /** Returns how many of those that it lost met the limit: as Redis counts them where it does. */
    private long cutOff() {
        OptionalLong now = count();
        return now.isPresent() && countBefore.isPresent()
                ? Math.min(lost, now.getAsLong() - countBefore.getAsLong())
                : lostWithMuch;
    }

    private OptionalLong count() {
        try {
            return connection.map(OutputLimit::cutOff).orElse(OptionalLong.empty());
        } catch (ScupperException e) {
            return OptionalLong.empty();
        }
    }

    private String limit() {
        try {
            return connection.map(redis -> OutputLimit.of(redis, true).words()).orElse("");
        } catch (ScupperException e) {
            return "unknown size";
        }
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
        lost += subscribers.size();
        lostWithMuch +=
                subscribers.values().stream().filter(omem -> omem >= MUCH_BYTES).count();
        subscribers.clear();
        subscribers.putAll(now);
    }

    private static String subscribers(long count) {
        return count + (count == 1 ? " subscriber" : " subscribers");
    }
}
