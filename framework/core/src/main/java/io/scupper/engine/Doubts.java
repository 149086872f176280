package io.scupper.engine;

import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.model.TimeSpan;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What CLEAN has to stand before it is believed. Each doubt that is not dispelled is a reason for INCONCLUSIVE. */
final class Doubts {

    /** How many operations must land after lift. */
    private static final int SERVICE_OPERATIONS = 11;

    private static final long PAUSE_MILLIS = 100;

    private final Plan plan;
    private final RunningSubject subject;
    private final RunListener listener;
    private final Pace pace;

    Doubts(Plan plan, RunningSubject subject, RunListener listener, Pace pace) {
        this.plan = plan;
        this.subject = subject;
        this.listener = listener;
        this.pace = pace;
    }

    /** A leak that takes all there is leaves nothing to count, and a subject that does nothing any more. */
    Optional<String> whetherItStillWorks(Load load, Duration atMost, long liftedNanos) throws InterruptedException {
        int operations = Math.min(plan.operations(), SERVICE_OPERATIONS);
        String missed;
        do {
            listener.roundStarted(Phase.SERVICE, 1, operations);
            try {
                load.run("the round after lift", operations, atMost, subject::requireAlive);
                return Optional.empty();
            } catch (LoadMissedException e) {
                missed = e.getMessage();
            }
            pace.pause(PAUSE_MILLIS);
        } while (pace.nanos() - liftedNanos < plan.within().toNanos());
        return Optional.of("The subject does not work as before within %s after lift, though nothing has grown. %s"
                .formatted(TimeSpan.format(plan.within()), missed));
    }

    /** Probes that do not see a leak that is known to be there have shown nothing by seeing none before. */
    List<String> whetherAProbeIsBlind(Sample settled, Sampler sampler) throws InterruptedException {
        var control = new PlantedControl(subject.agent(), plan.planting());
        if (!control.isDue()) {
            return List.of();
        }
        long begun = pace.nanos();
        List<String> blind = control.blindProbes(plan.operations(), settled, sampler);
        if (blind.isEmpty()) {
            listener.noted("the probes see a planted leak, " + TimeSpan.format(Duration.ofNanos(pace.nanos() - begun)));
        }
        return blind;
    }
}
