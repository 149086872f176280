package io.scupper.spi;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one experiment's requests: such as no request had before, or, to tell what is kept for each key from what is
 * kept for each request, those of the last round once more. Safe for use by several threads.
 */
public final class Keys {

    /**
     * Shared by all experiments of this JVM, or a second test would send the keys of the first to the same subject. It begins
     * with the time, so that another JVM's are others, and stays below 2^31, because services parse ids as {@code int}.
     */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (System.currentTimeMillis() / 1_000 % 1_000_000) * 1_000);

    private static final ThreadLocal<@Nullable Keys> OF_THREAD = new ThreadLocal<>();

    private volatile Queue<String> issued = new ConcurrentLinkedQueue<>();
    private volatile boolean repeats;

    /** Returns the next key of the experiment that this thread works for; a new one on any other thread. */
    public static String next() {
        Keys keys = OF_THREAD.get();
        return keys == null ? fresh() : keys.take();
    }

    /** Makes this thread one of the experiment's, until it ends. */
    public void bindThread() {
        OF_THREAD.set(this);
    }

    /** Begins a round with new keys. */
    public void renew() {
        repeats = false;
        issued = new ConcurrentLinkedQueue<>();
    }

    /** Begins a round with the keys of the one before; returns whether that had any. */
    public boolean repeat() {
        repeats = !issued.isEmpty();
        return repeats;
    }

    private String take() {
        String key = repeats ? issued.poll() : null;
        if (key == null) {
            key = fresh();
        }
        issued.add(key);
        return key;
    }

    private static String fresh() {
        return Integer.toString(NEXT.incrementAndGet() & Integer.MAX_VALUE);
    }
}
