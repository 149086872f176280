package io.scupper.trace;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.HeapPath.Mark;
import io.scupper.model.HeapPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of a path as people read it, the root first.
 *
 * @param edge how the line before refers to it, a field without what is plain from that line, or some keys; empty for the root
 * @param what the class, or the root in words
 * @param objects how many there are, in the two dumps
 * @param marks what is to be said of it
 */
public record PathLine(String edge, String what, Counts objects, List<Mark> marks) {

    private static final Set<String> BY_KEY = Set.of("[value]", "[key]");

    public PathLine {
        marks = List.copyOf(marks);
    }

    /** Returns the lines of a path. The root and its own object are one of them. */
    public static List<PathLine> of(HeapPath path) {
        var lines = new ArrayList<PathLine>();
        List<Step> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i == 0) {
                lines.add(new PathLine("", root(path), step.objects(), step.marks()));
            } else {
                String edge =
                        edge(step, steps.get(i - 1).className(), path.place().keys());
                lines.add(new PathLine(edge, step.className(), step.objects(), step.marks()));
            }
        }
        return lines;
    }

    /** Tells whether from here on there are more in the later dump. */
    public boolean isGrowing() {
        return marks.contains(Mark.GROWS);
    }

    /** Tells whether the member of the application that is to be named leads here. */
    public boolean isCulprit() {
        return marks.contains(Mark.CULPRIT);
    }

    /** Returns by how many there were more after a round, and in each operation if the number of these is known. */
    public String growth(long operations) {
        String inRound = "%+d in a round".formatted(objects.grown());
        return operations > 0
                ? inRound + String.format(Locale.ROOT, ", %+.3f per operation", objects.grown() / (double) operations)
                : inRound;
    }

    /** The root in words says what it is itself, unless it is the very object that grew. */
    private static String root(HeapPath path) {
        Step first = path.steps().get(0);
        boolean isSaid = path.steps().size() > 1 || path.root().contains(first.className());
        return isSaid ? path.root() : path.root() + ": " + first.className();
    }

    private static String edge(Step step, String before, List<String> keys) {
        if (step.marks().contains(Mark.GROWS) && BY_KEY.contains(step.edge()) && !keys.isEmpty()) {
            return Keys.some(keys, step.objects().after());
        }
        int dot = step.edge().lastIndexOf('.');
        if (dot < 0 || step.edge().startsWith("[") || step.edge().startsWith("<")) {
            return step.edge();
        }
        String owner = step.edge().substring(0, dot);
        return owner.equals(before.replaceFirst("^class ", ""))
                ? step.edge().substring(dot + 1)
                : Names.member(step.edge());
    }
}
