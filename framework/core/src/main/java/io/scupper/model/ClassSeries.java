package io.scupper.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one class moved over a run. Made when the run is over, of the histograms that the verdict was made of: nothing is kept
 * for it while a subject in this very JVM is measured.
 *
 * @param counts one for each sample of the run, in order; empty where its histogram was not kept, as in warm-up
 */
public record ClassSeries(String name, List<Optional<ClassCount>> counts) {

    /** How many classes a run keeps: a chart with more lines tells nobody anything. */
    public static final int MOST = 20;

    private static final String HEAP = "heap:";

    public ClassSeries {
        counts = List.copyOf(counts);
    }

    /**
     * Returns the series of the classes that findings name, the undesired ones first, and of those whose bytes moved most.
     *
     * @param samples all of the run
     * @param histograms those of them whose classes were kept
     */
    static List<ClassSeries> of(List<Sample> samples, Collection<Sample> histograms, List<Finding> findings) {
        Map<Long, Sample> byTime = new HashMap<>();
        histograms.forEach(sample -> byTime.put(sample.atMillis(), sample));
        List<Optional<Sample>> kept = samples.stream()
                .map(sample -> Optional.ofNullable(byTime.get(sample.atMillis())))
                .toList();
        return Stream.concat(named(findings), movers(byTime.values()))
                .distinct()
                .limit(MOST)
                .map(name -> new ClassSeries(
                        name,
                        kept.stream()
                                .map(sample -> sample.map(each -> each.classes().getOrDefault(name, ClassCount.NONE)))
                                .toList()))
                .toList();
    }

    private static Stream<String> named(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.name().startsWith(HEAP))
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .map(finding -> finding.name().substring(HEAP.length()));
    }

    private static Stream<String> movers(Collection<Sample> samples) {
        Set<String> names = samples.stream()
                .flatMap(sample -> sample.classes().keySet().stream())
                .collect(Collectors.toSet());
        Map<String, Long> moved = new HashMap<>();
        names.forEach(name -> moved.put(name, range(name, samples)));
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey);
    }

    private static long range(String name, Collection<Sample> samples) {
        LongSummaryStatistics bytes = samples.stream()
                .mapToLong(sample ->
                        sample.classes().getOrDefault(name, ClassCount.NONE).bytes())
                .summaryStatistics();
        return bytes.getMax() - bytes.getMin();
    }
}
