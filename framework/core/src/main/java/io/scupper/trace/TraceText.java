package io.scupper.trace;

import io.scupper.model.ByteSize;
import io.scupper.model.HeapPath;
import io.scupper.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** The paths and origins of a suspect as plain text, for where room is scarce. Lines that belong to the one above are indented. */
public final class TraceText {

    private static final int WIDTH = 128;
    private static final int MOST_PATHS = 2;
    private static final int MOST_ORIGINS = 2;
    private static final int MOST_FRAMES = 6;

    private final List<String> lines = new ArrayList<>();

    private TraceText() {}

    /**
     * Returns the lines, none longer than {@value #WIDTH} characters.
     *
     * @param operations of the round between the two dumps; 0 if that is not known
     */
    public static List<String> of(List<HeapPath> paths, List<Origin> origins, long operations) {
        var text = new TraceText();
        for (int i = 0; i < Math.min(MOST_PATHS, paths.size()); i++) {
            text.path(i == 0 ? "held by " : "also held by ", paths.get(i), operations);
        }
        text.more(paths.size() - MOST_PATHS, "and by %d more");
        origins.stream().limit(MOST_ORIGINS).forEach(text::origin);
        text.more(origins.size() - MOST_ORIGINS, "and from %d more places");
        return text.lines;
    }

    /** Returns what came from one place in the code: {@code inserted by (211 of 211 stayed)}. */
    public static String headOf(Origin origin) {
        return "%s by (%s)".formatted(origin.what(), stayedOf(origin));
    }

    /** Returns how much of what came from there stayed or was lost, or was seen where nobody can tell that: {@code 0 of 211 stayed, 211 were collected unclosed}. */
    public static String stayedOf(Origin origin) {
        if (origin.stayed() == 0 && origin.lost() == 0) {
            return "%d seen".formatted(origin.seen());
        }
        String stayed = origin.seen() > 0
                ? "%d of %d stayed".formatted(origin.stayed(), origin.seen())
                : "%d stayed".formatted(origin.stayed());
        return stayed + (origin.lost() > 0 ? ", %d were collected unclosed".formatted(origin.lost()) : "");
    }

    /** Returns the culprit without its package. */
    public static String culpritOf(HeapPath path) {
        return path.culprit().map(Names::member).orElse("");
    }

    /** Returns what the growing place of a path holds alone; empty if nothing is known of that. */
    public static String retainedBy(HeapPath path) {
        long bytes = path.retainedBytes().after();
        return bytes > 0 ? "retains %s and more".formatted(ByteSize.format(bytes)) : "";
    }

    private void path(String opening, HeapPath path, long operations) {
        List<PathLine> steps = PathLine.of(path);
        for (int i = 0; i < steps.size(); i++) {
            PathLine step = steps.get(i);
            String indent = i == 0 ? "" : "  ".repeat(i - 1);
            String line = i == 0 ? opening + step.what() : indent + "└ " + step.edge() + ": " + counted(step);
            withNote(line, indent + (i == 0 ? "" : "  "), note(step, path, operations));
        }
    }

    private static String counted(PathLine step) {
        long now = step.objects().after();
        return now > 1 ? now + " × " + step.what() : step.what();
    }

    private static String note(PathLine step, HeapPath path, long operations) {
        var notes = new ArrayList<String>();
        if (step.isCulprit() && path.culprit().isPresent()) {
            notes.add("← " + culpritOf(path));
        }
        if (step.isGrowing()) {
            String retained = retainedBy(path);
            notes.add(step.growth(operations) + (retained.isEmpty() ? "" : ", " + retained));
        }
        return String.join("   ", notes);
    }

    private void withNote(String line, String indent, String note) {
        String together = note.isEmpty() ? line : line + "   " + note;
        if (together.length() <= WIDTH) {
            lines.add(together);
            return;
        }
        lines.add(Names.cut(line, WIDTH));
        if (!note.isEmpty()) {
            lines.add(Names.cut(indent + note, WIDTH));
        }
    }

    private void origin(Origin origin) {
        lines.add(headOf(origin));
        Frames.shown(origin.frames(), MOST_FRAMES).forEach(frame -> lines.add(Names.cut("  " + frame, WIDTH)));
    }

    private void more(int left, String words) {
        if (left > 0) {
            lines.add(words.formatted(left));
        }
    }
}
