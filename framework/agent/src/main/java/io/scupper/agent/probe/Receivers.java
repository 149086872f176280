package io.scupper.agent.probe;

import io.scupper.boot.Call;
import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers, weakly, the objects that a method was called on. Stands at each lease of a pool, so a known one costs one look. */
final class Receivers extends Site {

    private static final int BUCKETS = 256;

    /** Only ever grows at the head of a chain, under the lock; read without it. */
    private final @Nullable Known[] buckets = new Known[BUCKETS];

    private Receivers(Gate gate) {
        super(gate);
    }

    static Receivers watching() {
        var gate = new Gate();
        gate.open = true;
        return new Receivers(gate);
    }

    @Override
    protected @Nullable Object enter(Call call) {
        Object receiver = call.receiver;
        if (receiver != null) {
            int bucket = System.identityHashCode(receiver) & (BUCKETS - 1);
            if (!isKnown(bucket, receiver)) {
                add(bucket, receiver);
            }
        }
        return null;
    }

    /** Returns those that are still there. */
    synchronized List<Object> alive() {
        var alive = new ArrayList<Object>();
        for (int i = 0; i < BUCKETS; i++) {
            for (Known each = buckets[i]; each != null; each = each.next) {
                Object receiver = each.get();
                if (receiver != null) {
                    alive.add(receiver);
                }
            }
        }
        return alive;
    }

    private synchronized void add(int bucket, Object receiver) {
        if (!isKnown(bucket, receiver)) {
            buckets[bucket] = new Known(receiver, withoutGone(buckets[bucket]));
        }
    }

    private boolean isKnown(int bucket, Object receiver) {
        for (Known each = buckets[bucket]; each != null; each = each.next) {
            if (each.get() == receiver) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Known withoutGone(@Nullable Known chain) {
        Known kept = chain;
        while (kept != null && kept.get() == null) {
            kept = kept.next;
        }
        return kept;
    }

    private static final class Known extends WeakReference<Object> {

        final @Nullable Known next;

        Known(Object receiver, @Nullable Known next) {
            super(receiver);
            this.next = next;
        }
    }
}
