package io.scupper.engine;

import io.scupper.model.Budget;
import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.probe.SocketsProbe;
import io.scupper.probe.ThreadsProbe;
import io.scupper.spi.Fault;
import io.scupper.spi.Probe;
import io.scupper.spi.RunListener;
import io.scupper.verdict.Bounds;
import io.scupper.verdict.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Experiments on a fake subject, in no time, that write down what is told of them. */
abstract class FakeExperiments {

    final FakeSubject subject = new FakeSubject();
    final FastPace pace = new FastPace();
    final List<String> told = new ArrayList<>();
    volatile Phase phase = Phase.WARM_UP;
    Planting planting = Planting.EACH;
    Duration idle = Duration.ZERO;
    int operationsPerRound = 211;
    List<Probe> probes = List.of(new ThreadsProbe(), new SocketsProbe());
    AbortConditions abortWhen = AbortConditions.DEFAULT;
    List<Budget> budgets = List.of();

    @Nullable
    Explanation explanation;

    final Run run(Fault fault, Operation operation) throws InterruptedException {
        return run(fault, operation, Duration.ZERO);
    }

    final Run run(Fault fault, Operation operation, Duration within) throws InterruptedException {
        return run(plan(List.of(fault), within), operation);
    }

    final Run run(Operation operation) throws InterruptedException {
        return run(plan(List.of()), operation);
    }

    private Run run(Plan plan, Operation operation) throws InterruptedException {
        return new Experiment(plan, subject, probes, operation, listener(), pace).run();
    }

    final Plan plan(List<Fault> faults) {
        return plan(faults, Duration.ZERO);
    }

    final Plan plan(List<Fault> faults, Duration within) {
        return new Plan(
                "test",
                faults,
                operationsPerRound,
                5,
                3,
                1,
                within,
                idle,
                Duration.ofSeconds(5),
                Bounds.NONE,
                Thresholds.DEFAULT,
                planting,
                Optional.ofNullable(explanation),
                abortWhen,
                budgets);
    }

    final RunListener listener() {
        return new RunListener() {
            @Override
            public void noted(String note) {
                told.add(note);
            }

            @Override
            public void roundStarted(Phase phase, int round, long operations) {
                FakeExperiments.this.phase = phase;
                told.add(phase.word() + " " + round + " begins");
            }

            @Override
            public void sampled(Sample sample) {
                told.add(sample.phase().word() + " " + sample.round() + " sampled");
            }
        };
    }
}
