package io.scupper.ext.outside;

import io.scupper.model.ScupperException;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two text forms of Go's goroutine profile: how many there are of each stack, and each of them with its creator. */
final class Goroutines {

    private static final Pattern GROUP = Pattern.compile("(\\d+) @ .*");
    private static final Pattern FRAME =
            Pattern.compile("#\\t0x\\p{XDigit}+\\t(\\S+)\\+0x\\p{XDigit}+\\s+(\\S+):(\\d+)");
    private static final Pattern HEAD = Pattern.compile("goroutine (\\d+) \\[([^,\\]]+).*");
    private static final Pattern PLACE = Pattern.compile("\\t(\\S+):(\\d+)(?: .*)?");
    private static final Pattern ARGUMENTS = Pattern.compile("\\((?:[^()]|\\{[^}]*})*\\)$");
    private static final String CREATED = "created by ";

    /**
     * What says nothing: the runtime's own, and the goroutine that watches the connection of each request under way, ours among
     * them, for its client to go away.
     */
    private static final Set<String> BY_THE_WAY = Set.of(
            "runtime.runfinq",
            "runtime.goexit",
            "net/http.(*connReader).backgroundRead",
            "net/http.(*connReader).startBackgroundRead.func2");

    private Goroutines() {}

    /** Returns how many there are by the function that they began with, from the form with {@code debug=1}. */
    static Map<String, Long> counts(String text) {
        requireProfile(text, "goroutine profile:");
        Map<String, Long> counts = new TreeMap<>();
        long count = 0;
        var frames = new ArrayList<GoFrame>();
        for (String line : (text + "\n\n").lines().toList()) {
            Matcher group = GROUP.matcher(line);
            Matcher frame = FRAME.matcher(line);
            if (group.matches()) {
                count = Long.parseLong(group.group(1));
                frames.clear();
            } else if (frame.matches()) {
                frames.add(HeapProfile.frame(frame));
            } else if (line.isBlank() && count > 0) {
                add(counts, count, frames);
                count = 0;
            }
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, long count, List<GoFrame> frames) {
        if (frames.isEmpty() || frames.stream().anyMatch(GoFrame::isOfTheReader)) {
            return;
        }
        String began = frames.get(frames.size() - 1).function();
        if (!BY_THE_WAY.contains(began)) {
            counts.merge(began, count, Long::sum);
        }
    }

    /** Returns each of them, named after the function that it began with, from the form with {@code debug=2}. */
    static List<ThreadStack> stacks(String text) {
        requireProfile(text, "goroutine ");
        var stacks = new ArrayList<ThreadStack>();
        for (String block : text.split("\n\n")) {
            List<String> lines = block.lines().toList();
            Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
            if (head.matches()) {
                stacks.add(stack(Long.parseLong(head.group(1)), head.group(2), lines.subList(1, lines.size())));
            }
        }
        return stacks;
    }

    private static ThreadStack stack(long id, String state, List<String> lines) {
        var frames = new ArrayList<String>();
        var created = new ArrayList<String>();
        String began = "";
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            Matcher place = PLACE.matcher(lines.get(i + 1));
            if (!place.matches()) {
                // "...additional frames elided..." stands on a line of its own.
                i--;
                continue;
            }
            String line = lines.get(i);
            boolean isCreator = line.startsWith(CREATED);
            String function = isCreator
                    ? line.substring(CREATED.length()).replaceFirst(" in goroutine \\d+$", "")
                    : function(line);
            var frame = new GoFrame(function, place.group(1), Integer.parseInt(place.group(2)));
            if (isCreator) {
                created.add(frame.text());
            } else if (!BY_THE_WAY.contains(function)) {
                frames.add(frame.text());
                began = function;
            }
        }
        return new ThreadStack(id, began, false, state, frames, created);
    }

    /** Leaves out the values of the arguments, which are other ones each time. */
    private static String function(String line) {
        return ARGUMENTS.matcher(line).replaceFirst("");
    }

    private static void requireProfile(String text, String beginning) {
        if (!text.startsWith(beginning)) {
            throw new ScupperException("This is no goroutine profile of Go in text form: '%s'."
                    .formatted(text.lines().findFirst().orElse("")));
        }
    }
}
