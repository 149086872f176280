package io.scupper.agent.probe;

import io.scupper.agent.jvm.Own;
import io.scupper.agent.plant.Planted;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The class histogram of a JVM, without the agent's own classes. Classes of one name in several loaders are added up. */
final class Histogram {

    private static final String TOTAL = "Total";

    /** How JDK 19 and later name the dead space that a collector leaves; before, it is {@code int[]} like any other. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    private final Map<String, long[]> classes = new HashMap<>();
    private long totalBytes;
    private long ownBytes;

    private Histogram() {}

    /**
     * Reads what the JVM prints: {@code num: instances bytes name (module@version)}, and a line of totals at the end.
     *
     * @throws IllegalStateException if there is no line of totals
     */
    static Histogram parse(String text) {
        var histogram = new Histogram();
        boolean hasTotal = false;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            hasTotal |= histogram.read(text, from, end);
            from = end + 1;
        }
        if (!hasTotal) {
            throw new IllegalStateException("The class histogram of this JVM has no line of totals: "
                    + text.substring(0, Math.min(200, text.length())));
        }
        return histogram;
    }

    /** Returns the bytes of all live instances but the agent's own. */
    long liveBytes() {
        return totalBytes - ownBytes;
    }

    /** Returns how many instances of a class there are. */
    long instances(String className) {
        long[] counts = classes.get(className);
        return counts == null ? 0 : counts[0];
    }

    void addTo(List<Line> lines) {
        classes.forEach((name, counts) -> lines.add(Line.of(Verbs.CLASS, name, counts[0], counts[1])));
    }

    /** Reads one line; returns whether it is the one of totals. Written by hand, for there are thousands. */
    private boolean read(String text, int from, int end) {
        var words = new Words(text, from, end);
        String first = words.next();
        if (first.equals(TOTAL)) {
            words.next();
            totalBytes = Long.parseLong(words.next());
            return true;
        }
        if (!first.endsWith(":") || !Character.isDigit(first.charAt(0))) {
            return false;
        }
        long instances = Long.parseLong(words.next());
        long bytes = Long.parseLong(words.next());
        String name = words.next();
        if (Own.owns(name) && !Planted.is(name) || name.startsWith(FILLER) || name.startsWith(FILLER, 2)) {
            ownBytes += bytes;
        } else {
            long[] counts = classes.computeIfAbsent(name, any -> new long[2]);
            counts[0] += instances;
            counts[1] += bytes;
        }
        return false;
    }

    /** The words of a line, parted by blanks. */
    private static final class Words {

        private final String text;
        private final int end;
        private int at;

        Words(String text, int from, int end) {
            this.text = text;
            this.at = from;
            this.end = end;
        }

        /** Returns the next word; empty when there is none. */
        String next() {
            while (at < end && text.charAt(at) <= ' ') {
                at++;
            }
            int start = at;
            while (at < end && text.charAt(at) > ' ') {
                at++;
            }
            return text.substring(start, at);
        }
    }
}
