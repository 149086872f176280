package io.scupper.explain;

import io.scupper.model.Snapshot.ThreadState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds where most threads of a group wait. */
final class ThreadGroups {

    private static final int FRAMES = 6;

    private ThreadGroups() {}

    /** Returns the group's commonest stack as one line and its frames, nearest first. */
    static List<String> parked(List<ThreadState> threads, String pattern) {
        Map<List<String>, List<ThreadState>> byStack = threads.stream()
                .filter(thread -> pattern.equals("bound")
                        || thread.name().replaceAll("\\d+", "*").equals(pattern))
                .collect(Collectors.groupingBy(ThreadState::stack));
        return byStack.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("%d of them are %s at"
                                        .formatted(
                                                entry.getValue().size(),
                                                entry.getValue().get(0).state())),
                                entry.getKey().stream().limit(FRAMES).map(frame -> "  " + frame))
                        .toList())
                .orElse(List.of());
    }
}
