package io.scupper.agent.witness;

import org.jspecify.annotations.Nullable;

/** What came from equal stacks. All fields belong to {@link Sightings} and its lock. */
final class Group {

    /** Of the stack that all have in common; empty for what came from more stacks than are kept. */
    final Frame[] frames;

    final long key;
    final @Nullable Group next;
    long seen;
    long stayed;

    /** Collected before they went: whatever was to close them did not. */
    long lost;

    Group(long key, Frame[] frames, @Nullable Group next) {
        this.key = key;
        this.frames = frames;
        this.next = next;
    }
}
