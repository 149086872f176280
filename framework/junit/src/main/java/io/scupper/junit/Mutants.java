package io.scupper.junit;

import io.scupper.engine.Census;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.Finding;
import io.scupper.model.Mutation.Outcome;
import io.scupper.model.Resource;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.spi.FaultType;
import java.util.List;
import java.util.Map;

/** Runs one test once more under each suppressing fault that nobody has noticed yet, one at a time. */
final class Mutants {

    /** Firings in a round: enough to be seen as growth, few enough that a small pool lasts for the five rounds. */
    private static final long PER_ROUND = 4;

    private final Rerun rerun;
    private final Mutations mutations;

    Mutants(Rerun rerun, Mutations mutations) {
        this.rerun = rerun;
        this.mutations = mutations;
    }

    void run() throws InterruptedException {
        for (Census.Count count : rerun.reaches(FaultType::suppresses)) {
            String id = count.faultId();
            if (count.matched() == 0) {
                mutations.add(id, Outcome.DOES_NOT_APPLY, rerun.test(), count.note());
            } else if (mutations.wants(id)) {
                tryOne(Faults.of(id).with("every", Math.max(1, count.matched() / PER_ROUND)));
            }
        }
    }

    private void tryOne(FaultSpec mutation) throws InterruptedException {
        Map<Resource, Long> before = rerun.counts();
        boolean broken = false;
        try {
            Run run = rerun.brief(rerun.test() + " under " + mutation.id(), List.of(mutation))
                    .run();
            boolean noticed = run.verdict() == Verdict.LEAK;
            mutations.add(
                    mutation.id(),
                    noticed ? Outcome.NOTICED : Outcome.NOT_NOTICED,
                    rerun.test(),
                    run.verdict() + " (" + (noticed ? leaks(run) : seen(run, mutation)) + ")");
        } catch (ScupperException e) {
            broken = true;
            // The test would have failed, if for a coarser reason than growth.
            mutations.add(mutation.id(), Outcome.NOTICED, rerun.test(), "error (" + firstSentence(e) + ")");
        }
        rerun.recover(before, broken);
    }

    private static String leaks(Run run) {
        return run.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.LEAK)
                .map(Finding::name)
                .findFirst()
                .orElse("live heap");
    }

    private static String seen(Run run, FaultSpec mutation) {
        return run.faults().stream()
                .filter(fault -> fault.id().equals(mutation.id()))
                .map(fault -> "fired %d times, %d withheld in the end".formatted(fault.fired(), fault.held()))
                .findFirst()
                .orElse("");
    }

    private static String firstSentence(ScupperException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end + 1);
    }
}
