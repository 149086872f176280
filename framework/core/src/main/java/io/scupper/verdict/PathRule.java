package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.HeapGrowth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Believes that classes leak where a path from a root shows who holds them. What only weak, soft or finalizer references, or the
 * agent itself, hold is no leak of the subject; what is made of the JDK's classes alone is one if the application stands on its path; and where no path to any class is found, the growth of the heap is not decided.
 * Threads, sockets and the like are what they are, and need no path.
 */
public final class PathRule {

    private PathRule() {}

    /**
     * Returns the findings, or what is left of them.
     *
     * @param wanting as leaks, the classes of the JDK that a path could make leaks
     * @param heap who holds what grew in a second run, by class
     * @param failure why it was not looked at, if it was not
     */
    public static List<Finding> judge(
            List<Finding> findings, List<Finding> wanting, Map<String, HeapGrowth> heap, Optional<String> failure) {
        boolean isConfirmed =
                heap.values().stream().anyMatch(growth -> !growth.paths().isEmpty());
        List<Finding> left = findings.stream()
                .map(finding -> HeapRule.isLeakOfAClass(finding)
                        ? judge(finding, heap, failure, isConfirmed)
                        : confirmed(finding, wanting, heap))
                .toList();
        return left.stream().anyMatch(HeapRule::isLeakOfAClass)
                ? left
                : left.stream().map(HeapRule::withoutSuspects).toList();
    }

    /** Everything is made of the JDK's classes: only a path on which the application stands says whose they are. */
    private static Finding confirmed(Finding finding, List<Finding> wanting, Map<String, HeapGrowth> heap) {
        return wanting.stream()
                .filter(leak -> leak.name().equals(finding.name()))
                .filter(leak -> Stream.ofNullable(heap.get(nameOf(leak)))
                        .flatMap(growth -> growth.paths().stream())
                        .anyMatch(path -> path.culprit().isPresent()))
                .findFirst()
                .orElse(finding);
    }

    private static Finding judge(
            Finding finding, Map<String, HeapGrowth> heap, Optional<String> failure, boolean isConfirmed) {
        HeapGrowth growth = heap.get(nameOf(finding));
        if (growth == null) {
            return isConfirmed
                    ? finding
                    : withdrawn(
                            finding,
                            failure.map(why -> "no path to it was looked for: " + why)
                                    .orElse(
                                            "it did not grow again in a second run, so that no path to it could be found"));
        }
        if (!growth.paths().isEmpty()) {
            return finding;
        }
        if (!growth.weakly().isEmpty() && growth.held().grown() <= 0) {
            return withdrawn(finding, "nothing holds it in earnest: " + weakly(growth));
        }
        return isConfirmed
                ? finding
                : withdrawn(
                        finding,
                        "of the %d more that are held no path from a root shows half in one place"
                                .formatted(growth.held().grown()));
    }

    private static String weakly(HeapGrowth growth) {
        return new TreeMap<>(growth.weakly())
                .entrySet().stream()
                        .map(entry -> "%d only by %s references".formatted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String nameOf(Finding finding) {
        return finding.name().substring(HeapRule.HEAP.length() + 1);
    }

    private static Finding withdrawn(Finding finding, String doubt) {
        return finding.as(Kind.UNDECIDED, finding.reason() + ", but " + doubt);
    }
}
