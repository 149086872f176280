package io.scupper.model;

import java.util.List;

/**
 * A live thread and its whole stack.
 *
 * @param id given by the JVM, never twice
 * @param name may be empty, as that of most virtual threads is
 * @param state as {@link Thread.State} names it
 * @param frames nearest first; the agent's own left out
 * @param started the stack that started it, nearest first; empty if nobody has seen that
 */
public record ThreadStack(
        long id, String name, boolean isVirtual, String state, List<String> frames, List<String> started) {

    public ThreadStack {
        frames = List.copyOf(frames);
        started = List.copyOf(started);
    }
}
