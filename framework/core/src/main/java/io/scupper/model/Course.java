package io.scupper.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a chart of a run shows beside its samples.
 *
 * @param armed while faults were; empty where there was none
 * @param classes of those that moved most, or that findings name
 * @param thresholds of the verdict, by name
 * @param fired how often faults fired in the round that each sample of the run ends, in order; 0 where that was not counted
 */
public record Course(
        Optional<Window> armed, List<ClassSeries> classes, Map<String, Number> thresholds, List<Long> fired) {

    /** Of a run of which only the samples are known. */
    public static final Course UNKNOWN = new Course(Optional.empty(), List.of(), Map.of(), List.of());

    public Course {
        classes = List.copyOf(classes);
        thresholds = Map.copyOf(thresholds);
        fired = List.copyOf(fired);
    }

    /**
     * Makes one after the run.
     *
     * @param samples all of the run, with or without their histograms
     * @param rounds what the verdict was made of, with histograms
     * @param contrasts further samples with histograms
     * @param thresholds a public record of numbers
     */
    public static Course of(
            Optional<Window> armed,
            List<Sample> samples,
            Rounds rounds,
            List<Sample> contrasts,
            List<Finding> findings,
            Record thresholds) {
        List<Round> counted = Stream.concat(rounds.control().stream(), rounds.armed().stream())
                .toList();
        var histograms = new ArrayList<>(contrasts);
        histograms.add(rounds.baseline());
        histograms.add(rounds.settled());
        counted.forEach(round -> histograms.add(round.sample()));
        Map<Long, Long> fired = new HashMap<>();
        counted.forEach(round -> fired.put(round.sample().atMillis(), round.fired()));
        return new Course(
                armed,
                ClassSeries.of(samples, histograms, findings),
                figures(thresholds),
                samples.stream()
                        .map(sample -> fired.getOrDefault(sample.atMillis(), 0L))
                        .toList());
    }

    private static Map<String, Number> figures(Record thresholds) {
        Map<String, Number> figures = new HashMap<>();
        for (RecordComponent component : thresholds.getClass().getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(thresholds) instanceof Number number) {
                    figures.put(component.getName(), number);
                }
            } catch (ReflectiveOperationException e) {
                throw new ScupperException("Threshold '%s' cannot be read.".formatted(component.getName()), e);
            }
        }
        return figures;
    }

    /**
     * A stretch of time, counted from the start of the experiment.
     *
     * @param toMillis not before {@code fromMillis}
     */
    public record Window(long fromMillis, long toMillis) {

        /** Tells whether a sample ends a round that lies in this window. */
        public boolean contains(Sample sample) {
            return sample.atMillis() > fromMillis && sample.atMillis() <= toMillis;
        }
    }
}
