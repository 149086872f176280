package io.scupper.html;

import io.scupper.html.RunRecord.Sample;
import io.scupper.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The samples of one record in the order of the experiment: what came when, and which of them were judged. */
final class Timeline {

    private static final String WARM_UP = "warm-up";
    private static final String CONTROL = "control";
    private static final String ARMED = "armed";
    private static final String SETTLE = "settle";
    private static final Set<String> WITH_FAULT =
            Stream.of(Phase.values()).filter(Phase::isArmed).map(Phase::word).collect(Collectors.toUnmodifiableSet());
    private static final String CLASS = "heap:";

    private final RunRecord run;
    private final List<Sample> samples;

    Timeline(RunRecord run) {
        this.run = run;
        this.samples = run.samples();
    }

    List<Sample> samples() {
        return samples;
    }

    /** Returns the sample that is the baseline: the last of warm-up. */
    int baseline() {
        return Math.max(0, last(WARM_UP));
    }

    /** Returns the sample from which the first judged round started. */
    int start() {
        return has(ARMED) && has(CONTROL) ? last(CONTROL) : baseline();
    }

    /** Returns the samples of the rounds that were judged: the armed ones, or the control rounds of a test without fault. */
    List<Integer> judged() {
        String phase = has(ARMED) ? ARMED : CONTROL;
        return IntStream.range(0, samples.size())
                .filter(i -> samples.get(i).phase().equals(phase))
                .boxed()
                .toList();
    }

    /** Returns the last sample after lift, or the last that was judged. */
    int settled() {
        if (has(SETTLE)) {
            return last(SETTLE);
        }
        List<Integer> judged = judged();
        return judged.isEmpty() ? Math.max(0, samples.size() - 1) : judged.get(judged.size() - 1);
    }

    /** Returns what was measured under the name of a finding, one value for each sample; null where it was not kept. */
    List<@Nullable Long> values(String name) {
        if (name.equals("heap")) {
            return samples.stream().<@Nullable Long>map(Sample::liveBytes).toList();
        }
        if (name.startsWith(CLASS)) {
            return run.classes().stream()
                    .filter(series -> series.name().equals(name.substring(CLASS.length())))
                    .findFirst()
                    .map(series -> padded(series.instances()))
                    .orElse(List.of());
        }
        return samples.stream()
                .<@Nullable Long>map(sample -> sample.counted().getOrDefault(name, 0L))
                .toList();
    }

    /** Returns a series with exactly one value for each sample. */
    List<@Nullable Long> padded(List<@Nullable Long> given) {
        var values = new ArrayList<@Nullable Long>();
        for (int i = 0; i < samples.size(); i++) {
            values.add(i < given.size() ? given.get(i) : null);
        }
        return values;
    }

    /** Returns how something moved from round to round over the judged rounds; empty where that was not kept. */
    List<Long> deltas(List<@Nullable Long> values) {
        var deltas = new ArrayList<Long>();
        if (values.isEmpty()) {
            return deltas;
        }
        Long before = values.get(start());
        for (int i : judged()) {
            Long now = values.get(i);
            if (before == null || now == null) {
                return List.of();
            }
            deltas.add(now - before);
            before = now;
        }
        return deltas;
    }

    /**
     * Returns the stretches of one phase each, in milliseconds. Settling begins when faults are lifted; rounds between the last
     * sample and that could not be ended.
     */
    List<Band> bands() {
        var bands = new ArrayList<Band>();
        long from = 0;
        for (Sample sample : samples) {
            int end = bands.size() - 1;
            if (end >= 0 && bands.get(end).name().equals(sample.phase())) {
                bands.set(end, new Band(sample.phase(), bands.get(end).from(), sample.atMillis()));
            } else {
                if (end >= 0 && sample.phase().equals(SETTLE) && run.armed() != null) {
                    from = Math.max(from, Math.min(run.armed().toMillis(), sample.atMillis()));
                    bands.set(
                            end, new Band(bands.get(end).name(), bands.get(end).from(), from));
                }
                bands.add(new Band(sample.phase(), from, sample.atMillis()));
            }
            from = sample.atMillis();
        }
        return bands;
    }

    /** Returns while faults were armed; an older record does not tell it to the millisecond, but its samples do nearly. */
    Optional<Band> armed() {
        var told = run.armed();
        if (told != null) {
            return Optional.of(new Band(ARMED, told.fromMillis(), told.toMillis()));
        }
        List<Band> with = bands().stream()
                .filter(band -> WITH_FAULT.contains(band.name()))
                .toList();
        return with.isEmpty() || !has(ARMED)
                ? Optional.empty()
                : Optional.of(new Band(
                        ARMED, with.get(0).from(), with.get(with.size() - 1).to()));
    }

    /** Returns how many operations the judged rounds had together. */
    long judgedOperations() {
        return judged().stream().mapToLong(i -> samples.get(i).operations()).sum();
    }

    /** Returns the operations of one judged round; 0 if there was none. */
    long operationsOfARound() {
        return judged().stream()
                .map(i -> samples.get(i).operations())
                .findFirst()
                .orElse(0L);
    }

    /** Returns what growth in a round is measured against: firings where a fault fired, no more than the operations. */
    long injected(Sample sample) {
        long fired = Objects.requireNonNullElse(sample.fired(), 0L);
        return fired > 0 ? Math.min(fired, sample.operations()) : sample.operations();
    }

    /** Tells whether a judged round counts: something fired in it, or nothing is known to have fired in any. */
    boolean counts(Sample sample) {
        return Objects.requireNonNullElse(sample.fired(), 0L) > 0
                || judged().stream()
                        .allMatch(i -> Objects.requireNonNullElse(samples.get(i).fired(), 0L) == 0);
    }

    private boolean has(String phase) {
        return last(phase) >= 0;
    }

    private int last(String phase) {
        return IntStream.range(0, samples.size())
                .filter(i -> samples.get(i).phase().equals(phase))
                .max()
                .orElse(-1);
    }

    /** A stretch of time with a name, in milliseconds since the start. */
    record Band(String name, long from, long to) {}
}
