package io.scupper.engine;

import io.scupper.model.Budget;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.verdict.Bounds;
import io.scupper.verdict.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an experiment does, decided before anything starts.
 *
 * @param test a name for people
 * @param faults may be empty: then only the growth of the workload is judged
 * @param operations of one round, from 1; a prime of at least 200 finds leaks on one operation in ten
 * @param rounds with the fault, from 5
 * @param controlRounds without it, from 1
 * @param concurrency how many threads carry out operations, from 1
 * @param within the bound on recovery after lift
 * @param idle how long the subject keeps what is idle, by declaration; zero where nothing is declared
 * @param explanation how a leak is explained; empty if it is not
 * @param abortWhen when armed rounds are ended at once
 * @param budgets what may be used up; measured after the verdict, in rounds of their own
 * @param operationWithin the bound on one operation; one that takes longer ends the experiment in an error
 */
public record Plan(
        String test,
        List<Fault> faults,
        int operations,
        int rounds,
        int controlRounds,
        int concurrency,
        Duration within,
        Duration idle,
        Duration operationWithin,
        Bounds bounds,
        Thresholds thresholds,
        Planting planting,
        Optional<Explanation> explanation,
        AbortConditions abortWhen,
        List<Budget> budgets) {

    /** Rounds after which growth turned out to be bounded, or one of another length makes the suspicion certain: twelve in all. */
    static final int ESCALATED_ROUNDS = 11;

    /** How long the operations of one round may take. */
    static final Duration ROUND_WITHIN = Duration.ofMinutes(10);

    static final int LEAST_WARM_UP = 3;
    static final int MOST_WARM_UP = 10;

    /** The default of {@code operations}. */
    public static final int OPERATIONS = 211;

    /** The default of {@code rounds}: with the baseline, the six samples that the class rule was measured with. */
    public static final int ROUNDS = 5;

    /** The default of {@code controlRounds}. */
    public static final int CONTROL_ROUNDS = 3;

    public Plan {
        faults = List.copyOf(faults);
        budgets = List.copyOf(budgets);
        require(operations >= 1, "operations", operations, 1);
        require(rounds >= ROUNDS, "rounds", rounds, ROUNDS);
        require(controlRounds >= 1, "controlRounds", controlRounds, 1);
        require(concurrency >= 1, "concurrency", concurrency, 1);
    }

    /** Makes one without budgets. */
    public Plan(
            String test,
            List<Fault> faults,
            int operations,
            int rounds,
            int controlRounds,
            int concurrency,
            Duration within,
            Duration idle,
            Duration operationWithin,
            Bounds bounds,
            Thresholds thresholds,
            Planting planting,
            Optional<Explanation> explanation,
            AbortConditions abortWhen) {
        this(
                test,
                faults,
                operations,
                rounds,
                controlRounds,
                concurrency,
                within,
                idle,
                operationWithin,
                bounds,
                thresholds,
                planting,
                explanation,
                abortWhen,
                List.of());
    }

    /** Returns how many operations a round has when the faults bring the traffic and one of them says how much in all. */
    public static OptionalInt operationsOf(List<Fault> faults, int rounds) {
        return faults.stream()
                .map(Fault::totalOperations)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .map(total -> Math.max(1, (total + rounds - 1) / rounds))
                .max();
    }

    private static void require(boolean holds, String name, int given, int least) {
        if (!holds) {
            throw new ScupperException("%s is %d, allowed is %d or more.".formatted(name, given, least));
        }
    }
}
