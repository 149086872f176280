package io.scupper.agent.fault;

import io.scupper.agent.jvm.Bounded;
import io.scupper.agent.jvm.Reach;
import io.scupper.boot.Call;
import org.jspecify.annotations.Nullable;

/** Leaves calls out, and makes them after all when they are given back. */
final class Skip extends Effect {

    /** How long all the withheld calls of a fault may take together. */
    private static final long GIVE_BACK_MILLIS = 5_000;

    private static final Object LEFT_OUT = new Object();

    private final Reach reach;
    private final boolean strongly;
    private @Nullable WithheldCall first;
    private int count;
    private long failed;

    /**
     * Makes the effect.
     *
     * @param strongly whether the withheld calls keep alive what they need to be made after all
     */
    Skip(Reach reach, boolean strongly) {
        this.reach = reach;
        this.strongly = strongly;
        rehearse();
    }

    /** Gives one call of our own back, so that all classes which that takes are there before memory is scarce. */
    private void rehearse() {
        apply(new Call(Skip.class, "nothing()V", this, new Object[0]), 1);
        compensate();
    }

    private void nothing() {
        // Only there to be called.
    }

    @Override
    synchronized Object apply(Call call, int maxHeld) {
        if (count >= maxHeld && held() >= maxHeld) {
            return CAPPED;
        }
        first = new WithheldCall(call, strongly, first);
        count++;
        return LEFT_OUT;
    }

    /** Forgets the calls whose receiver is gone and counts the others. */
    @Override
    synchronized long held() {
        WithheldCall before = null;
        count = 0;
        for (WithheldCall each = first; each != null; each = each.next) {
            if (each.isAlive()) {
                before = each;
                count++;
            } else if (before == null) {
                first = each.next;
            } else {
                before.next = each.next;
            }
        }
        return count;
    }

    @Override
    long compensate() {
        try {
            Bounded.call("Giving back withheld calls", GIVE_BACK_MILLIS, () -> {
                makeAll();
                return true;
            });
        } catch (Exception e) {
            return abandon() + 1;
        }
        return abandon();
    }

    /** Each call is taken from the list before it is made, so that none is made twice whatever happens. */
    private void makeAll() {
        for (WithheldCall each = take(); each != null; each = take()) {
            try {
                each.make(reach);
            } catch (OutOfMemoryError e) {
                putBack(each);
                throw e;
            } catch (Throwable e) {
                countFailure();
            }
        }
    }

    private synchronized @Nullable WithheldCall take() {
        WithheldCall taken = first;
        if (taken != null) {
            first = taken.next;
            count--;
        }
        return taken;
    }

    private synchronized void putBack(WithheldCall call) {
        call.next = first;
        first = call;
        count++;
    }

    private synchronized void countFailure() {
        failed++;
    }

    /** Forgets what is still withheld; returns how many calls have not been made. */
    private synchronized long abandon() {
        long lost = held() + failed;
        first = null;
        count = 0;
        failed = 0;
        return lost;
    }
}
