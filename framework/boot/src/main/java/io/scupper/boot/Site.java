package io.scupper.boot;

import org.jspecify.annotations.Nullable;

/** What stands behind one woven join point. Called by the subject's threads, many at a time. */
public abstract class Site {

    final Gate gate;

    protected Site(Gate gate) {
        this.gate = gate;
    }

    /**
     * Sees one call before its body. Must not wait: a wait is returned as a {@link Pause}.
     *
     * @return null to let the body run; a {@link Pause} to wait and then let it run; a {@link Throwable} to throw it
     *     instead, where the advice can throw; anything else to leave the body out
     */
    protected abstract @Nullable Object enter(Call call);

    /** Sees what a call returned. */
    protected void returned(@Nullable Object value) {}
}
