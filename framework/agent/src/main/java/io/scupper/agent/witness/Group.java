package io.scupper.agent.witness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came from equal stacks. All fields belong to {@link Sightings} and its lock. */
final class Group {

    /** Stands between the frames of a task and those that submitted it. */
    private static final String SUBMITTED = "(a task, submitted by)";

    /** Of the stack that all have in common; empty for what came from more stacks than are kept. */
    final Frame[] frames;

    final long key;

    /** From where the task came in which all of them did, or null. */
    final @Nullable Group cause;

    final @Nullable Group next;
    long seen;
    long stayed;

    /** Collected before they went: whatever was to close them did not. */
    long lost;

    Group(long key, Frame[] frames, @Nullable Group cause, @Nullable Group next) {
        this.key = key;
        this.frames = frames;
        this.cause = cause;
        this.next = next;
    }

    /** Tells whether two tasks lead here: of a task that submits itself again the first is told and the last, not all between. */
    boolean isFarEnough() {
        return cause != null && cause.cause != null;
    }

    /** Returns its frames and those that it goes back to, nearest first. */
    List<Object> told() {
        var told = new ArrayList<Object>(List.of(frames));
        for (Group each = cause; each != null; each = each.cause) {
            told.add(SUBMITTED);
            told.addAll(List.of(each.frames));
        }
        return told;
    }
}
