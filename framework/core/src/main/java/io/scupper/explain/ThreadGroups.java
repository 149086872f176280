package io.scupper.explain;

import io.scupper.model.Snapshot.ThreadState;
import io.scupper.model.ThreadNames;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds where most threads of a group wait. The frames that only say how a thread waits are left out. */
final class ThreadGroups {

    private static final int FRAMES = 6;
    private static final Pattern WAITING =
            Pattern.compile("(jdk\\.internal\\.|java\\.util\\.concurrent\\.locks\\.|io\\.scupper\\.boot\\.).*");

    private ThreadGroups() {}

    /** Returns the group's commonest stack as one line and its frames, nearest first. */
    static List<String> parked(List<ThreadState> threads, String pattern) {
        Map<List<String>, List<ThreadState>> byStack = threads.stream()
                .filter(thread -> pattern.equals("bound")
                        || ThreadNames.group(thread.name()).equals(pattern))
                .collect(Collectors.groupingBy(ThreadState::stack));
        return byStack.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("%d of them are %s at"
                                        .formatted(
                                                entry.getValue().size(),
                                                entry.getValue().get(0).state())),
                                entry.getKey().stream()
                                        .dropWhile(
                                                frame -> WAITING.matcher(frame).matches())
                                        .limit(FRAMES)
                                        .map(frame -> "  " + frame))
                        .toList())
                .orElse(List.of());
    }
}
