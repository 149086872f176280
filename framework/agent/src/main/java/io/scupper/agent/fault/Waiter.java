package io.scupper.agent.fault;

import io.scupper.boot.Pause;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread that a fault lets wait. Parks rather than blocks, so that a virtual thread gives its carrier up. */
final class Waiter implements Pause {

    final Thread thread = Thread.currentThread();
    final Wait owner;
    final boolean interruptible;
    final long deadlineNanos;
    final boolean hasDeadline;
    volatile boolean released;

    @Nullable
    Waiter next;

    /**
     * Makes a waiter of the calling thread.
     *
     * @param nanos to wait at the most, or a negative number for no end
     */
    Waiter(Wait owner, boolean interruptible, long nanos) {
        this.owner = owner;
        this.interruptible = interruptible;
        this.hasDeadline = nanos >= 0;
        this.deadlineNanos = System.nanoTime() + nanos;
    }

    @Override
    public void await() {
        boolean interrupted = false;
        while (!released && !isOver() && !(interrupted && interruptible)) {
            park();
            // The flag is cleared, because a thread that has it set cannot park.
            interrupted |= Thread.interrupted();
        }
        owner.left(this);
        if (interrupted) {
            thread.interrupt();
        }
    }

    private void park() {
        if (hasDeadline) {
            LockSupport.parkNanos(owner, deadlineNanos - System.nanoTime());
        } else {
            LockSupport.park(owner);
        }
    }

    private boolean isOver() {
        return hasDeadline && deadlineNanos - System.nanoTime() <= 0;
    }
}
