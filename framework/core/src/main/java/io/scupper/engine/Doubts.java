package io.scupper.engine;

import io.scupper.model.PlantedLeak;
import io.scupper.model.Sample;
import io.scupper.model.TimeSpan;
import io.scupper.spi.AgentLink;
import io.scupper.spi.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What CLEAN has to stand before it is believed. Each doubt that is not dispelled is a reason for INCONCLUSIVE. */
final class Doubts {

    /** How many operations must land after lift. */
    private static final int SERVICE_OPERATIONS = 11;

    private static final long PAUSE_MILLIS = 100;

    private final Plan plan;
    private final AgentLink agent;
    private final RoundRunner runner;
    private final RunListener listener;
    private final Pace pace;
    private @Nullable PlantedLeak planted;

    Doubts(Plan plan, AgentLink agent, RoundRunner runner, RunListener listener, Pace pace) {
        this.plan = plan;
        this.agent = agent;
        this.runner = runner;
        this.listener = listener;
        this.pace = pace;
    }

    /** Returns each doubt that was not dispelled, in a sentence. */
    List<String> about(Sample settled, long liftedNanos) throws InterruptedException {
        var doubts = new ArrayList<String>();
        if (!plan.faults().isEmpty()) {
            whetherItStillWorks(liftedNanos).ifPresent(doubts::add);
        }
        doubts.addAll(whetherAProbeIsBlind(settled));
        return doubts;
    }

    /** Returns what became of the planted leak, if one was planted. */
    Optional<PlantedLeak> planted() {
        return Optional.ofNullable(planted);
    }

    /** A leak that takes all there is leaves nothing to count, and a subject that does nothing any more. */
    private Optional<String> whetherItStillWorks(long liftedNanos) throws InterruptedException {
        int operations = Math.min(plan.operations(), SERVICE_OPERATIONS);
        String missed;
        do {
            try {
                runner.serve(operations);
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
    private List<String> whetherAProbeIsBlind(Sample settled) throws InterruptedException {
        var control = new PlantedControl(agent, plan.planting());
        if (!control.isDue()) {
            return List.of();
        }
        long begun = pace.nanos();
        List<String> blind = control.blindProbes(plan.operations(), settled, runner);
        var leak = new PlantedLeak(blind.isEmpty(), Duration.ofNanos(pace.nanos() - begun));
        planted = leak;
        if (leak.isSeen()) {
            listener.noted("the probes see a planted leak, " + TimeSpan.format(leak.took()));
        }
        return blind;
    }
}
