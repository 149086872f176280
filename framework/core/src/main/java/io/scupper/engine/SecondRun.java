package io.scupper.engine;

import io.scupper.explain.Evidence;
import io.scupper.explain.Residue;
import io.scupper.model.Finding;
import io.scupper.model.HeapGrowth;
import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A second, short run under the same faults, after a leak: two rounds, the second between two heap dumps, in which the agent looks out for
 * what comes and goes. It takes place after the verdict, so that nothing which it does to the subject is seen as growth, and
 * only where there is something to explain.
 */
final class SecondRun {

    private final Explanation explanation;
    private final Plan plan;
    private final RunningSubject subject;
    private final Operation operation;
    private final Sampler sampler;
    private final RunListener listener;
    private final Pace pace;

    SecondRun(
            Explanation explanation,
            Plan plan,
            RunningSubject subject,
            Operation operation,
            Sampler sampler,
            RunListener listener,
            Pace pace) {
        this.explanation = explanation;
        this.plan = plan;
        this.subject = subject;
        this.operation = operation;
        this.sampler = sampler;
        this.listener = listener;
        this.pace = pace;
    }

    /**
     * Runs it; whatever goes wrong is part of the answer.
     *
     * @param leaks the findings to explain
     * @param slowest round of the first run; those of this one must not take much longer
     */
    Evidence on(List<Finding> leaks, Duration slowest) throws InterruptedException {
        listener.noted("once more, to see who holds what grew and who brought it forth");
        try (var faults = new PreparedFaults(plan.faults(), subject);
                var load = new Load(faults.addedTo(operation), plan.concurrency(), plan.operationWithin())) {
            var runner = new RoundRunner(plan, subject, load, sampler, faults, listener, pace);
            runner.beImpatient(slowest);
            runner.arm();
            Evidence evidence = watched(leaks, runner);
            faults.lift();
            return evidence;
        } catch (ScupperException e) {
            return Evidence.missing(String.valueOf(e.getMessage()));
        }
    }

    private Evidence watched(List<Finding> leaks, RoundRunner runner) throws InterruptedException {
        List<String> classes = Suspicious.classes(leaks);
        boolean isDumped = !classes.isEmpty() && subject.agent().hasDumps();
        var dumps = new DumpPair(explanation, subject.agent());
        var witnesses = new Witnessed(subject.agent());
        var threads = new StayedThreads(subject.agent(), leaks);
        var details = new Details(sampler.probes(), leaks);
        Sample before;
        Sample after;
        try {
            witnesses.lookOut(Suspicious.witnesses(leaks));
            // This round sets up again what was given back after the verdict.
            before = runner.round(Phase.EXPLANATION, 1);
            threads.readBefore();
            if (isDumped) {
                dumps.takeFirst();
            }
            after = runner.round(Phase.EXPLANATION, 2);
            witnesses.ask();
            threads.readAfter();
            details.ask();
        } finally {
            witnesses.dismiss();
        }
        if (isDumped) {
            dumps.takeSecond();
        }
        Map<String, HeapGrowth> heap = isDumped ? dumps.compare(grown(classes, before, after)) : Map.of();
        return new Evidence(
                heap,
                witnesses.origins(),
                new Residue(threads.stayed(), plan.operations(), details.lines()),
                dumps.failure(),
                witnesses.failure().or(threads::failure).or(details::failure));
    }

    private static Map<String, Long> grown(List<String> classes, Sample before, Sample after) {
        Map<String, Long> grown = new LinkedHashMap<>();
        for (String name : classes) {
            long more = after.instances(name) - before.instances(name);
            if (more > 0) {
                grown.put(name, more);
            }
        }
        return grown;
    }
}
