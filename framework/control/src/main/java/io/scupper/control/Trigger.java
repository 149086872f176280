package io.scupper.control;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts the matches of one fault and says which of them fire. Safe for use by many threads, which take turns: which
 * matches fire is then the same in every run with the same seed, {@code times} included.
 */
public final class Trigger {

    /** What {@link #fire} returns for a match that does not fire. */
    public static final long NONE = -1;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Activation activation;
    private final LongSupplier nanos;
    private long matched;
    private long fired;
    private long armedAt;
    private long nextAt;

    public Trigger(Activation activation) {
        this(activation, System::nanoTime);
    }

    Trigger(Activation activation, LongSupplier nanos) {
        this.activation = activation;
        this.nanos = nanos;
        arm();
    }

    /** Begins the time for which it fires. */
    public synchronized void arm() {
        armedAt = nanos.getAsLong();
        nextAt = armedAt;
    }

    /** Counts one match and tells whether it fires. */
    public boolean pull() {
        return fire() != NONE;
    }

    /** Counts one match; returns its number, from 0, if it fires, and {@link #NONE} if not. */
    public synchronized long fire() {
        long number = matched++;
        if (!activation.chooses(number) || fired >= activation.times() || !isTimely()) {
            return NONE;
        }
        fired++;
        return number;
    }

    /** Gives one firing back, because a cap forbade it after all. */
    public synchronized void giveBack() {
        fired--;
    }

    /** Returns how many matches there have been. */
    public synchronized long matched() {
        return matched;
    }

    /** Returns how many of them fired. */
    public synchronized long fired() {
        return fired;
    }

    private boolean isTimely() {
        if (activation.durationMillis() == 0 && activation.perSecond() == 0) {
            return true;
        }
        long now = nanos.getAsLong();
        if (activation.durationMillis() > 0
                && now - armedAt >= TimeUnit.MILLISECONDS.toNanos(activation.durationMillis())) {
            return false;
        }
        if (activation.perSecond() > 0) {
            if (now - nextAt < 0) {
                return false;
            }
            nextAt = now + SECOND / activation.perSecond();
        }
        return true;
    }
}
