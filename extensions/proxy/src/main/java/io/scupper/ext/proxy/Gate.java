package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Disturbance;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is done to one direction, for all connections at once. Every pump of the direction asks this one gate before it
 * forwards, so that a change reaches live connections in the moment it is made.
 */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @Nullable
    private volatile Disturbance disturbance;

    /** Returns what is done now; null if the direction is free. */
    @Nullable
    Disturbance disturbance() {
        return disturbance;
    }

    /** Takes the place of what was done before and wakes everyone who waits; null frees the direction. */
    void set(@Nullable Disturbance next) {
        lock.lock();
        try {
            disturbance = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something else is done than {@code seen}, without bound. */
    void awaitChange(Disturbance seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (disturbance == seen) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long; returns at once, and false, when something else than {@code seen} is done. */
    boolean awaitUnchanged(Disturbance seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (disturbance == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return disturbance == seen;
        } finally {
            lock.unlock();
        }
    }
}
