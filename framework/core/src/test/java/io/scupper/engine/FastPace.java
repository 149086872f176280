package io.scupper.engine;

import java.time.Duration;

/** Time that passes only when it is waited for. */
final class FastPace implements Pace {

    private long nanos;
    private long dueNanos = Long.MAX_VALUE;
    private Runnable due = () -> {};

    /** Lets something happen once so much more time has passed, and nothing that was to happen before. */
    void after(Duration time, Runnable due) {
        this.due = due;
        this.dueNanos = nanos + time.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(long millis) {
        nanos += millis * 1_000_000;
        if (nanos >= dueNanos) {
            dueNanos = Long.MAX_VALUE;
            due.run();
        }
    }
}
