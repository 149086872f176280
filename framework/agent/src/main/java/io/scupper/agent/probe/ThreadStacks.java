package io.scupper.agent.probe;

import io.scupper.boot.AgentThread;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The whole stacks of the live platform threads, without Scupper's own, for an explanation. */
public final class ThreadStacks {

    private ThreadStacks() {}

    /**
     * Reads them.
     *
     * @param started returns the frames from which a thread was started; empty where nobody has seen that
     */
    public static List<Line> read(Function<Thread, List<?>> started) {
        var lines = new ArrayList<Line>();
        var stacks = new NumberedStacks(lines);
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (!thread.getName().startsWith(AgentThread.PREFIX)) {
                lines.add(Line.of(
                        Verbs.STACK,
                        thread.getId(),
                        thread.getName(),
                        thread.getState(),
                        stacks.number(Arrays.asList(frames)),
                        stacks.number(started.apply(thread))));
            }
        });
        return lines;
    }
}
