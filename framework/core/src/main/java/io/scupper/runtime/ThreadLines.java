package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.AllocatingThread;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.List;

/** Reads threads and their stacks from the lines of an answer. */
final class ThreadLines {

    private ThreadLines() {}

    static List<ThreadStack> of(List<Line> answer) {
        var stacks = new ArrayList<List<String>>();
        var threads = new ArrayList<ThreadStack>();
        for (Line line : answer) {
            if (line.keyword().equals(Verbs.FRAMES)) {
                stacks.add(line.texts());
            } else if (line.keyword().equals(Verbs.STACK)) {
                threads.add(new ThreadStack(
                        line.number(0),
                        line.text(1),
                        false,
                        line.text(2),
                        stack(stacks, line.number(3)),
                        stack(stacks, line.number(4))));
            }
        }
        return threads;
    }

    static List<AllocatingThread> allocating(List<Line> answer) {
        var stacks = new ArrayList<List<String>>();
        var threads = new ArrayList<AllocatingThread>();
        for (Line line : answer) {
            if (line.keyword().equals(Verbs.FRAMES)) {
                stacks.add(line.texts());
            } else if (line.keyword().equals(Verbs.ALLOCATED)) {
                threads.add(new AllocatingThread(line.number(0), line.number(1), stack(stacks, line.number(2))));
            }
        }
        return threads;
    }

    private static List<String> stack(List<List<String>> stacks, long number) {
        return number < 0 ? List.of() : stacks.get((int) number);
    }
}
