package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.AllocatingThread;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads threads and their stacks from the lines of an answer. */
final class ThreadLines {

    private ThreadLines() {}

    static List<ThreadStack> of(List<Line> answer) {
        return read(
                answer,
                Verbs.STACK,
                (line, stacks) -> new ThreadStack(
                        line.number(0),
                        line.text(1),
                        false,
                        line.text(2),
                        stack(stacks, line.number(3)),
                        stack(stacks, line.number(4))));
    }

    static List<AllocatingThread> allocating(List<Line> answer) {
        return read(
                answer,
                Verbs.ALLOCATED,
                (line, stacks) -> new AllocatingThread(line.number(0), line.number(1), stack(stacks, line.number(2))));
    }

    /** Reads the lines of a keyword, each with the stacks that were told before it. */
    private static <T> List<T> read(
            List<Line> answer, String keyword, BiFunction<Line, List<List<String>>, T> reading) {
        var stacks = new ArrayList<List<String>>();
        var threads = new ArrayList<T>();
        for (Line line : answer) {
            if (line.keyword().equals(Verbs.FRAMES)) {
                stacks.add(line.texts());
            } else if (line.keyword().equals(keyword)) {
                threads.add(reading.apply(line, stacks));
            }
        }
        return threads;
    }

    private static List<String> stack(List<List<String>> stacks, long number) {
        return number < 0 ? List.of() : stacks.get((int) number);
    }
}
