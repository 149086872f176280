package io.scupper.explain;

import io.scupper.model.Snapshot.ThreadState;
import io.scupper.model.ThreadNames;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what the threads of a group wait for, those that wait for the same together, and how many each operation has left. */
final class ThreadGroups {

    private static final int MOST_WAITS = 3;

    /** What fewer of them wait for is by the way. */
    private static final double LEAST_SHARE = 0.1;

    private ThreadGroups() {}

    /** Returns what most threads of a group wait for, of all that are there. */
    static List<String> parked(List<ThreadState> threads, String pattern) {
        List<Seen> seen = threads.stream()
                .filter(thread -> pattern.equals("bound")
                        || ThreadNames.group(thread.name()).equals(pattern))
                .map(thread -> new Seen("", Wait.of(thread.state(), thread.stack())))
                .toList();
        return told(seen, 1);
    }

    /**
     * Returns what those wait for that a round has left.
     *
     * @param named whether their names are to be told, since the finding does not
     */
    static List<String> left(List<ThreadStack> threads, long operations, boolean named) {
        List<Seen> seen = threads.stream()
                .map(thread -> new Seen(
                        named && !thread.name().isBlank() ? ThreadNames.group(thread.name()) : "",
                        Wait.of(thread.state(), thread.frames())))
                .toList();
        var lines = new ArrayList<>(told(seen, MOST_WAITS));
        if (!threads.isEmpty()) {
            lines.add(rate(threads.size(), operations));
        }
        return lines;
    }

    /** Says it as it was counted. */
    static String rate(long left, long operations) {
        String counted = "%d operations left %d".formatted(operations, left);
        if (left == operations) {
            return "one for each operation: %d of %d operations left one".formatted(left, operations);
        }
        return left < operations
                ? "one for every %s operations: %s".formatted(ratio(operations, left), counted)
                : "%s for each operation: %s".formatted(ratio(left, operations), counted);
    }

    private static String ratio(long more, long fewer) {
        return more % fewer == 0
                ? String.valueOf(more / fewer)
                : String.format(Locale.ROOT, "%.2f", more / (double) fewer);
    }

    private static List<String> told(List<Seen> threads, int most) {
        Map<String, List<Seen>> alike =
                threads.stream().collect(Collectors.groupingBy(Seen::words, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<String>();
        alike.values().stream()
                .sorted(Comparator.comparingInt((List<Seen> group) -> group.size())
                        .reversed())
                .filter(group -> group.size() >= LEAST_SHARE * threads.size())
                .limit(most)
                .forEach(group -> {
                    lines.add(group.size() + " of them " + (group.size() == 1 ? "is" : "are")
                            + group.get(0).words());
                    commonest(group).forEach(frame -> lines.add("  " + frame));
                });
        return lines;
    }

    private static List<String> commonest(List<Seen> group) {
        return group.stream()
                .collect(Collectors.groupingBy(
                        seen -> seen.waiting().frames(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    private record Seen(String group, Wait waiting) {

        String words() {
            return (group.isEmpty() ? " " : ", named " + group + ", ") + waiting.words();
        }
    }
}
