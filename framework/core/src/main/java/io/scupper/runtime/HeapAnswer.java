package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.model.HeapFootprint;
import io.scupper.model.HeapGrowth;
import io.scupper.model.HeapPath;
import io.scupper.model.ScupperException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the heap analyser, all of them or none: an answer that was cut off would name the wrong holder. */
final class HeapAnswer {

    /** The version of the lines, which the first of them tells. */
    private static final long VERSION = 1;

    private final List<Line> lines;
    private int at;

    private HeapAnswer(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads an answer.
     *
     * @param classNames that were asked for, in their order; what is told of them has these names
     * @throws ScupperException if it is not whole, or not understood
     */
    static List<HeapGrowth> parse(List<String> text, List<String> classNames) {
        var answer = new HeapAnswer(text.stream().map(Line::decode).toList());
        try {
            answer.requireVersion(answer.take("heap").number(0));
            var growths = new ArrayList<HeapGrowth>();
            for (String className : classNames) {
                growths.add(answer.growth(className));
            }
            answer.requireEnd();
            return growths;
        } catch (IllegalArgumentException e) {
            throw failure("line " + answer.at + " is not understood: " + e.getMessage(), e);
        }
    }

    /**
     * Reads an answer that tells what instances hold.
     *
     * @throws ScupperException if it is not whole, or not understood
     */
    static HeapFootprint footprint(List<String> text) {
        var answer = new HeapAnswer(text.stream().map(Line::decode).toList());
        try {
            answer.requireVersion(answer.take("heap").number(0));
            Line line = answer.take("footprint");
            answer.requireEnd();
            return new HeapFootprint(line.number(1), line.number(2), line.number(3));
        } catch (IllegalArgumentException e) {
            throw failure("line " + answer.at + " is not understood: " + e.getMessage(), e);
        }
    }

    private HeapGrowth growth(String className) {
        HeapPath.Counts held = counts(take("grown"), 2);
        Map<String, Long> weakly = new HashMap<>();
        while (isNext("only-weakly")) {
            Line line = take("only-weakly");
            weakly.put(line.text(0), line.number(2));
        }
        var first = new ArrayList<HeapPath>();
        var also = new ArrayList<HeapPath>();
        while (isNext("shape")) {
            boolean isFirst = !lines.get(at).text(4).equals("also");
            (isFirst ? first : also).add(path());
        }
        if (isNext("no-path")) {
            at++;
        }
        take("end");
        first.addAll(also);
        return new HeapGrowth(className, held, weakly, first);
    }

    private HeapPath path() {
        Line shape = take("shape");
        Line root = take("root");
        var steps = new ArrayList<HeapPath.Step>();
        steps.add(new HeapPath.Step("", root.text(2), counts(root, 3), marks(root.text(5))));
        while (isNext("step")) {
            Line step = take("step");
            steps.add(new HeapPath.Step(step.text(0), step.text(1), counts(step, 2), marks(step.text(4))));
        }
        HeapPath.Place place = place();
        Optional<String> culprit = Optional.empty();
        if (isNext("culprit")) {
            Line line = take("culprit");
            culprit = Optional.of(line.text(1).isEmpty() ? line.text(0) : line.text(0) + "." + line.text(1));
        }
        Line retained = take("retained");
        return new HeapPath(shape.text(1), root.text(1), steps, place, culprit, counts(shape, 2), counts(retained, 1));
    }

    private HeapPath.Place place() {
        Line collection = take("collection");
        List<String> keys = isNext("keys") ? take("keys").texts() : List.of();
        return new HeapPath.Place(
                collection.text(0), collection.text(1), counts(collection, 2), collection.text(4), keys);
    }

    /** What else may be said, as by which field objects repeat, stands in the name of the place as well. */
    private static List<HeapPath.Mark> marks(String words) {
        return Arrays.stream(words.split(","))
                .flatMap(word -> Arrays.stream(HeapPath.Mark.values())
                        .filter(mark -> mark.name().toLowerCase(Locale.ROOT).equals(word)))
                .toList();
    }

    private static HeapPath.Counts counts(Line line, int index) {
        return new HeapPath.Counts(line.number(index), line.number(index + 1));
    }

    private boolean isNext(String keyword) {
        return at < lines.size() && lines.get(at).keyword().equals(keyword);
    }

    private Line take(String keyword) {
        if (at == lines.size()) {
            throw failure("it is cut off after " + at + " lines, where '" + keyword + "' should follow", null);
        }
        if (!isNext(keyword)) {
            throw failure(
                    "line %d is '%s' where '%s' should follow"
                            .formatted(at + 1, lines.get(at).keyword(), keyword),
                    null);
        }
        return lines.get(at++);
    }

    private void requireVersion(long version) {
        if (version != VERSION) {
            throw failure("it has version " + version + ", known is " + VERSION, null);
        }
    }

    private void requireEnd() {
        if (at < lines.size()) {
            throw failure(
                    "line %d is '%s' where the end should be"
                            .formatted(at + 1, lines.get(at).keyword()),
                    null);
        }
    }

    private static ScupperException failure(String what, @Nullable Throwable cause) {
        return new ScupperException(
                "The answer of the heap analyser cannot be read: " + what
                        + ". It was ended half-way, or its jar is of another release than scupper-core.",
                cause);
    }
}
