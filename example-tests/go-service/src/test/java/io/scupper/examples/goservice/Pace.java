package io.scupper.examples.goservice;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets operations begin at a rate, whichever threads they are on. One that is late does not make the next ones hurry. */
final class Pace {

    private final long everyNanos;
    private long nextNanos = System.nanoTime();

    Pace(int perSecond) {
        this.everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits until it is the caller's turn. */
    void await() {
        long turn = take();
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long take() {
        long turn = Math.max(nextNanos, System.nanoTime());
        nextNanos = turn + everyNanos;
        return turn;
    }
}
