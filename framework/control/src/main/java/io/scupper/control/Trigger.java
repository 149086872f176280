package io.scupper.control;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the matches of one fault and says which of them fire. Safe for use by many threads; {@code times} is exact. */
public final class Trigger {

    private final Activation activation;
    private final AtomicLong matched = new AtomicLong();
    private final AtomicLong fired = new AtomicLong();

    public Trigger(Activation activation) {
        this.activation = activation;
    }

    /** Counts one match and tells whether it fires. */
    public boolean pull() {
        return activation.chooses(matched.getAndIncrement()) && take();
    }

    /** Gives one firing back, because a cap forbade it after all. */
    public void giveBack() {
        fired.decrementAndGet();
    }

    /** Returns how many matches there have been. */
    public long matched() {
        return matched.get();
    }

    /** Returns how many of them fired. */
    public long fired() {
        return fired.get();
    }

    private boolean take() {
        for (long now = fired.get(); now < activation.times(); now = fired.get()) {
            if (fired.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }
}
