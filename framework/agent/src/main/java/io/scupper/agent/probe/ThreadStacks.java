package io.scupper.agent.probe;

import io.scupper.boot.AgentThread;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The whole stacks of the live platform threads, without Scupper's own, for an explanation. Hundreds of threads that wait in the same
 * place are told with one stack.
 */
public final class ThreadStacks {

    /** Where recursion has gone deeper than this, the rest says nothing new. */
    private static final int MOST_FRAMES = 200;

    private static final int UNKNOWN = -1;

    private final List<Line> lines = new ArrayList<>();
    private final Map<List<?>, Integer> numbers = new HashMap<>();

    private ThreadStacks() {}

    /**
     * Reads them.
     *
     * @param started returns the frames from which a thread was started; empty where nobody has seen that
     */
    public static List<Line> read(Function<Thread, List<?>> started) {
        var stacks = new ThreadStacks();
        Thread.getAllStackTraces().forEach((thread, frames) -> stacks.add(thread, frames, started.apply(thread)));
        return stacks.lines;
    }

    private void add(Thread thread, StackTraceElement[] frames, List<?> started) {
        if (thread.getName().startsWith(AgentThread.PREFIX)) {
            return;
        }
        lines.add(Line.of(
                Verbs.STACK,
                thread.getId(),
                thread.getName(),
                thread.getState(),
                number(Arrays.asList(frames)),
                number(started)));
    }

    /** Returns the number of a stack, which is told in a line of its own where it is new. */
    private int number(List<?> frames) {
        if (frames.isEmpty()) {
            return UNKNOWN;
        }
        Integer known = numbers.get(frames);
        if (known != null) {
            return known;
        }
        var fields = new ArrayList<Object>();
        for (Object frame : frames) {
            boolean isAgents = frame.toString().startsWith("io.scupper.agent.");
            if (!isAgents && fields.size() < MOST_FRAMES) {
                fields.add(frame instanceof StackTraceElement ? Threads.shown((StackTraceElement) frame) : frame);
            }
        }
        lines.add(Line.of(Verbs.FRAMES, fields.toArray()));
        numbers.put(frames, numbers.size());
        return numbers.size() - 1;
    }
}
