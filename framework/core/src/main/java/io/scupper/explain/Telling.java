package io.scupper.explain;

import io.scupper.model.Resource;
import io.scupper.model.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * The order in which suspects are told: what says most about the cause first. A lease or a thread comes before the objects they keep, and
 * these before sockets and descriptors; of one kind, what names a culprit, and then what has a path. Of the classes that grew, one of
 * which nothing is known, or only the culprit that others name, comes last, though it may be the largest.
 */
final class Telling {

    private static final List<String> KINDS = List.of(
            "leases",
            "threads",
            Resource.GOROUTINES,
            "tasks",
            "thread-locals",
            "redis",
            "heap",
            "rabbitmq",
            "buffers",
            "delete-on-exit",
            "classes",
            "sockets",
            "descriptors");

    private Telling() {}

    /** Returns them in order. */
    static List<Suspect> first(List<Suspect> suspects) {
        List<Suspect> sorted = suspects.stream()
                .sorted(Comparator.comparingInt(Telling::rank)
                        .thenComparing(suspect -> suspect.culprit().isEmpty())
                        .thenComparing(suspect -> suspect.paths().isEmpty()))
                .toList();
        // Without any path nobody has looked, and that one is missing says nothing.
        boolean isKnownWhoHolds =
                sorted.stream().anyMatch(suspect -> !suspect.paths().isEmpty());
        return isKnownWhoHolds ? newsFirst(sorted) : sorted;
    }

    private static List<Suspect> newsFirst(List<Suspect> sorted) {
        var news = new ArrayList<Suspect>();
        var others = new ArrayList<Suspect>();
        var named = new HashSet<String>();
        for (Suspect each : sorted) {
            boolean isNamedAnew =
                    each.culprit().map(named::add).orElse(!each.origins().isEmpty());
            boolean isNews =
                    isNamedAnew || !each.paths().isEmpty() || !kind(each).equals("heap");
            (isNews ? news : others).add(each);
        }
        news.addAll(others);
        return List.copyOf(news);
    }

    private static int rank(Suspect suspect) {
        int rank = KINDS.indexOf(kind(suspect));
        return rank < 0 ? KINDS.size() : rank;
    }

    private static String kind(Suspect suspect) {
        return suspect.finding().replaceAll("[: ].*", "");
    }
}
