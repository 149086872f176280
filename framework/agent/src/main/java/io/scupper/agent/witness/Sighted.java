package io.scupper.agent.witness;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An object that has come and not gone, and the stack that brought it. All fields belong to {@link Sightings} and its lock. */
final class Sighted extends WeakReference<Object> {

    final int hash;
    final Group group;

    @Nullable
    Sighted next;

    /** Whether a call is under way by which it goes. */
    boolean isGoing;

    Sighted(Object subject, int hash, Group group, ReferenceQueue<Object> collected) {
        super(subject, collected);
        this.hash = hash;
        this.group = group;
    }
}
