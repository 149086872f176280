package io.scupper.agent.fault;

import io.scupper.boot.Call;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls wait: for some time ({@code delay}) or until they are given back ({@code park}). A delay ends when its fault
 * is lifted. A parked thread stays until it is given back or, unless it is parked firmly, interrupted; then the body runs with the
 * interrupt flag set, as it would have run in a thread interrupted just before.
 */
final class Wait extends Effect {

    private final long nanos;
    private final boolean interruptible;
    private @Nullable Waiter first;
    private int count;

    private Wait(long nanos, boolean interruptible) {
        this.nanos = nanos;
        this.interruptible = interruptible;
    }

    static Wait delay(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("Delay is " + millis + " ms, allowed is 0 or more.");
        }
        return new Wait(TimeUnit.MILLISECONDS.toNanos(millis), true);
    }

    static Wait park(boolean interruptible) {
        return new Wait(-1, interruptible);
    }

    @Override
    synchronized Object apply(Call call, int maxHeld) {
        if (count >= maxHeld) {
            return CAPPED;
        }
        var waiter = new Waiter(this, interruptible, nanos);
        waiter.next = first;
        first = waiter;
        count++;
        return waiter;
    }

    @Override
    synchronized long held() {
        return count;
    }

    @Override
    void lifted() {
        if (nanos >= 0) {
            compensate();
        }
    }

    @Override
    synchronized long compensate() {
        for (Waiter each = first; each != null; each = each.next) {
            each.released = true;
            LockSupport.unpark(each.thread);
        }
        first = null;
        count = 0;
        return 0;
    }

    /** Forgets a waiter that went by itself; does nothing if it was given back before. */
    synchronized void left(Waiter waiter) {
        Waiter before = null;
        for (Waiter each = first; each != null; before = each, each = each.next) {
            if (each == waiter) {
                if (before == null) {
                    first = each.next;
                } else {
                    before.next = each.next;
                }
                count--;
                return;
            }
        }
    }
}
