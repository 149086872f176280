package io.scupper.ext.outside;

import io.scupper.model.ScupperException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heap profile of Go in its text form, read after a collection.
 *
 * @param rate one allocation in so many bytes is in it; 1 if all are
 * @param sites where live objects were allocated, those without any left in too
 * @param memory the figures of {@code runtime.MemStats} that are plain numbers
 */
record HeapProfile(long rate, List<Site> sites, Map<String, Long> memory) {

    private static final Pattern HEAD = Pattern.compile("heap profile: .* @ heap/(\\d+)");
    private static final Pattern COUNTS = Pattern.compile("(\\d+): (\\d+) \\[(\\d+): (\\d+)] @.*");
    private static final Pattern FRAME =
            Pattern.compile("#\\t0x\\p{XDigit}+\\t(\\S+)\\+0x\\p{XDigit}+\\s+(\\S+):(\\d+)");
    private static final Pattern FIGURE = Pattern.compile("# (\\w+) = (\\d+)");

    HeapProfile {
        sites = List.copyOf(sites);
        memory = Map.copyOf(memory);
    }

    /**
     * Reads one.
     *
     * @throws ScupperException if it is none
     */
    static HeapProfile parse(String text) {
        List<String> lines = text.lines().toList();
        Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!head.matches()) {
            throw new ScupperException(
                    "This is no heap profile of Go in text form: '%s'.".formatted(lines.isEmpty() ? "" : lines.get(0)));
        }
        var sites = new ArrayList<Site>();
        Map<String, Long> memory = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher counts = COUNTS.matcher(line);
            Matcher frame = FRAME.matcher(line);
            Matcher figure = FIGURE.matcher(line);
            if (counts.matches()) {
                sites.add(new Site(number(counts, 1), number(counts, 2), number(counts, 3), new ArrayList<>()));
            } else if (frame.matches() && !sites.isEmpty()) {
                sites.get(sites.size() - 1).frames().add(frame(frame));
            } else if (figure.matches()) {
                memory.put(figure.group(1), number(figure, 2));
            }
        }
        // The rate is told twice as large as it is, for the sake of tools that expect so.
        return new HeapProfile(Math.max(1, number(head, 1) / 2), sites, memory);
    }

    static GoFrame frame(Matcher frame) {
        return new GoFrame(frame.group(1), frame.group(2), Integer.parseInt(frame.group(3)));
    }

    /** Tells whether each object is in it. */
    boolean isExact() {
        return rate == 1;
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /**
     * One stack that allocates.
     *
     * @param objects that are live
     * @param bytes that they have
     * @param allocated objects in all
     * @param frames nearest first
     */
    record Site(long objects, long bytes, long allocated, List<GoFrame> frames) {

        /** Tells whether it says anything of the service: neither the runtime's own, nor of the reading of this very profile. */
        boolean isTelling() {
            return frames.stream().anyMatch(frame -> !frame.isOfTheRuntime())
                    && frames.stream().noneMatch(GoFrame::isOfTheReader);
        }

        /**
         * Returns the function to name it after: the nearest of the application; where there is none before the loop of the
         * server, the one that allocates.
         */
        String name() {
            String nearest = "";
            for (GoFrame frame : frames) {
                if (frame.isOfTheServersLoop() && !nearest.isEmpty()) {
                    break;
                }
                if (frame.isApplication()) {
                    return frame.function();
                }
                if (nearest.isEmpty() && !frame.isOfTheRuntime()) {
                    nearest = frame.function();
                }
            }
            return nearest;
        }

        List<String> texts() {
            return frames.stream().map(GoFrame::text).toList();
        }
    }
}
