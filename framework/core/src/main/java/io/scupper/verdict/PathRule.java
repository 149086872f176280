package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.HeapGrowth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Believes that classes leak where a path from a root shows who holds them. What only weak, soft or finalizer references, or the
 * agent itself, hold is no leak of the subject; and where no path to any class is found, the growth of the heap is not decided.
 * Threads, sockets and the like are what they are, and need no path.
 */
public final class PathRule {

    private PathRule() {}

    /**
     * Returns the findings, or what is left of them.
     *
     * @param heap who holds what grew in a second run, by class
     * @param failure why it was not looked at, if it was not
     */
    public static List<Finding> judge(List<Finding> findings, Map<String, HeapGrowth> heap, Optional<String> failure) {
        boolean isConfirmed =
                heap.values().stream().anyMatch(growth -> !growth.paths().isEmpty());
        List<Finding> left = findings.stream()
                .map(finding -> HeapRule.isLeakOfAClass(finding) ? judge(finding, heap, failure, isConfirmed) : finding)
                .toList();
        return left.stream().anyMatch(HeapRule::isLeakOfAClass)
                ? left
                : left.stream().map(HeapRule::withoutSuspects).toList();
    }

    private static Finding judge(
            Finding finding, Map<String, HeapGrowth> heap, Optional<String> failure, boolean isConfirmed) {
        HeapGrowth growth = heap.get(finding.name().substring(HeapRule.HEAP.length() + 1));
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

    private static Finding withdrawn(Finding finding, String doubt) {
        return finding.as(Kind.UNDECIDED, finding.reason() + ", but " + doubt);
    }
}
