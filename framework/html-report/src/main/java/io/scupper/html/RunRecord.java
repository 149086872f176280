package io.scupper.html;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record as it lies in its file. What an older Scupper did not write, or a run that ended in an error does not have, is
 * empty here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunRecord(
        String test,
        Outcome verdict,
        String runtime,
        String subject,
        long tookMillis,
        long withinMillis,
        @Nullable Long recoveredAfterMillis,
        @Nullable Planted planted,
        List<String> reasons,
        List<Fault> faults,
        List<Probe> probes,
        List<SuspectRecord> suspects,
        List<Sample> samples,
        @Nullable Armed armed,
        Map<String, Double> thresholds,
        List<ClassSeries> classes,
        List<BudgetRecord> budgets,
        String error) {

    RunRecord {
        runtime = text(runtime);
        subject = text(subject);
        error = text(error);
        reasons = list(reasons);
        faults = list(faults);
        probes = list(probes);
        suspects = list(suspects);
        samples = list(samples);
        classes = list(classes);
        budgets = list(budgets);
        thresholds = map(thresholds);
    }

    /** Returns the budgets that were missed. */
    List<BudgetRecord> missed() {
        return budgets.stream().filter(BudgetRecord::isMissed).toList();
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    private static <V> Map<String, V> map(@Nullable Map<String, V> given) {
        if (given == null) {
            return Map.of();
        }
        given.values().removeIf(Objects::isNull);
        return given;
    }

    /** The planted leak. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Planted(boolean seen, long tookMillis) {}

    /** What one fault was and did. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fault(
            String id,
            Map<String, String> parameters,
            String recovery,
            long matched,
            long fired,
            long held,
            long notGivenBack,
            String note) {

        Fault {
            id = text(id);
            recovery = text(recovery);
            note = text(note);
            parameters = map(parameters);
        }
    }

    /** What was decided of one thing that was measured. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Probe(
            String name,
            String unit,
            Outcome verdict,
            String kind,
            double baseline,
            double settled,
            double perOperation,
            String reason) {

        Probe {
            name = text(name);
            unit = text(unit);
            kind = text(kind);
            reason = text(reason);
            verdict = verdict == null ? Outcome.INCONCLUSIVE : verdict;
        }
    }

    /** All probes read once. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sample(
            String phase,
            int round,
            long operations,
            long atMillis,
            long liveBytes,
            long usedBytes,
            long maxBytes,
            boolean still,
            @Nullable Long fired,
            Map<String, Long> collected,
            Map<String, Long> counted) {

        Sample {
            phase = text(phase);
            collected = map(collected);
            counted = map(counted);
        }

        /** Returns which round this ends, in words. */
        public String label() {
            return phase + " " + round;
        }
    }

    /** While faults were armed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Armed(long fromMillis, long toMillis, List<String> phases) {

        Armed {
            phases = list(phases);
        }
    }

    /** How one class moved; a null stands for a sample whose histogram was not kept. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClassSeries(String name, List<@Nullable Long> instances, List<@Nullable Long> bytes) {

        ClassSeries {
            name = text(name);
            instances = instances == null ? List.of() : instances;
            bytes = bytes == null ? List.of() : bytes;
        }
    }
}
