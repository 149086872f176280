package io.scupper.agent.probe;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of an answer, each told once, in a line of its own, and numbered from 0: hundreds of threads stand in the same place. */
final class NumberedStacks {

    static final int NONE = -1;

    /** Where recursion has gone deeper than this, the rest says nothing new. */
    static final int MOST_FRAMES = 200;

    private final List<Line> answer;
    private final Map<List<?>, Integer> numbers = new HashMap<>();

    /** Makes it for an answer, to which it adds. */
    NumberedStacks(List<Line> answer) {
        this.answer = answer;
    }

    /** Returns the number of a stack, which is told where it is new; {@link #NONE} of an empty one. */
    int number(List<?> frames) {
        if (frames.isEmpty()) {
            return NONE;
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
        answer.add(Line.of(Verbs.FRAMES, fields.toArray()));
        numbers.put(frames, numbers.size());
        return numbers.size() - 1;
    }
}
