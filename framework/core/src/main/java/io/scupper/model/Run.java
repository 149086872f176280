package io.scupper.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One experiment from start to verdict: everything a report needs.
 *
 * @param test what was run, for people
 * @param runtime where the subject ran, in the words of the field
 * @param subject what it was
 * @param samples all of them, in order
 * @param verdict the worst of the findings and budgets
 * @param within the bound on recovery; longer than the test said where the subject keeps what is idle for longer
 * @param recoveredAfter from lift until everything was back; empty if it was not
 * @param reasons why the verdict is INCONCLUSIVE beyond what the findings say; may be empty
 * @param planted the leak that was planted to see whether the probes see one; empty unless the run would have been CLEAN
 * @param took in all
 * @param course what charts show beside the samples
 * @param budgets what came of each; empty if the test has none
 */
public record Run(
        String test,
        String runtime,
        String subject,
        List<FaultRecord> faults,
        List<Sample> samples,
        List<Finding> findings,
        List<Suspect> suspects,
        Verdict verdict,
        Duration within,
        Optional<Duration> recoveredAfter,
        List<String> reasons,
        Optional<PlantedLeak> planted,
        Duration took,
        Course course,
        List<BudgetFinding> budgets) {

    public Run {
        budgets = List.copyOf(budgets);
        faults = List.copyOf(faults);
        samples = List.copyOf(samples);
        findings = List.copyOf(findings);
        suspects = List.copyOf(suspects);
        reasons = List.copyOf(reasons);
    }

    /** Makes one of a test without budgets. */
    public Run(
            String test,
            String runtime,
            String subject,
            List<FaultRecord> faults,
            List<Sample> samples,
            List<Finding> findings,
            List<Suspect> suspects,
            Verdict verdict,
            Duration within,
            Optional<Duration> recoveredAfter,
            List<String> reasons,
            Optional<PlantedLeak> planted,
            Duration took,
            Course course) {
        this(
                test,
                runtime,
                subject,
                faults,
                samples,
                findings,
                suspects,
                verdict,
                within,
                recoveredAfter,
                reasons,
                planted,
                took,
                course,
                List.of());
    }

    /** Returns the budgets that came to this, in the order of the test. */
    public List<BudgetFinding> budgets(BudgetFinding.Outcome outcome) {
        return budgets.stream().filter(each -> each.outcome() == outcome).toList();
    }

    /** Returns how many operations a judged round had; 0 if no sample tells. */
    public long operationsOfARound() {
        return Stream.of(Phase.ARMED, Phase.CONTROL)
                .flatMap(phase -> samples.stream().filter(sample -> sample.phase() == phase))
                .mapToLong(Sample::operations)
                .findFirst()
                .orElse(0);
    }
}
