package io.scupper.boot;

import org.jspecify.annotations.Nullable;

/** What stands behind one woven join point. Called by the subject's threads, many at a time. */
public abstract class Site {

    private final Gate gate;
    private final Gate callers;
    private final String thread;

    /** Makes one that all calls are shown to. */
    protected Site(Gate gate) {
        this(gate, gate, "");
    }

    /**
     * Makes one that is shown some calls.
     *
     * @param callers open once there is anybody whose calls are to be shown
     * @param thread how the name of a thread begins whose calls are to be shown, or empty for any
     */
    protected Site(Gate gate, Gate callers, String thread) {
        this.gate = gate;
        this.callers = callers;
        this.thread = thread;
    }

    /**
     * Tells whether the calls of this thread may be shown to it now. Stands before all else at each woven call, so it costs a few
     * reads, allocates nothing and calls nothing that could be woven.
     */
    final boolean isOpen() {
        return gate.open
                && callers.open
                && (thread.isEmpty() || Thread.currentThread().getName().startsWith(thread));
    }

    /** Tells whether the call that this thread is in is one that {@link #enter} and {@link #returned} are to see. */
    protected boolean isMeant() {
        return true;
    }

    /**
     * Sees one call before its body. Must not wait: a wait is returned as a {@link Pause}.
     *
     * @return null to let the body run; a {@link Pause} to wait and then let it run; a {@link Throwable} to throw it
     *     instead, where the advice can throw; anything else to leave the body out
     */
    protected @Nullable Object enter(Call call) {
        return null;
    }

    /** Sees what a call returned. */
    protected void returned(@Nullable Object value) {}

    /** Sees one call before its body; returns what it wants to be told of when the call is over, or null. */
    protected @Nullable Object begun(@Nullable Object receiver, @Nullable Object[] arguments) {
        return null;
    }

    /** Sees that a call is over for which {@link #begun} has returned something. */
    protected void ended(Object known, boolean hasThrown) {}

    /** Sees a call that has returned; {@code returned} is null for a constructor. */
    protected void completed(@Nullable Object receiver, @Nullable Object[] arguments, @Nullable Object returned) {}

    /** Sees that the body of a call, at whatever site, is left out. Its own site, if it has one there, is told too. */
    protected void withheld(Call call) {}
}
