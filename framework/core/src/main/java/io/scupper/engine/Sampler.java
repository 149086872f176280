package io.scupper.engine;

import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Probe;
import io.scupper.verdict.Judge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the subject has settled, then reads all probes once. Settled means that the counted resources are still, and
 * at their baseline or still for longer: what the subject's own timers clear up is given the time to be cleared up, unless
 * the rounds before have shown that they do not. After that garbage is collected until live bytes are still. Every wait is bounded.
 */
final class Sampler {

    private static final long POLL_MILLIS = 50;
    private static final long STILL_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 1_500;
    private static final int MOST_IN_VAIN = 2;
    private static final long MOST_MILLIS = 10_000;
    private static final int MOST_COLLECTIONS = 5;

    /** How many times as long as any sample took a patient one waits. */
    private static final int PATIENT_TIMES = 2;

    private static final long STILL_BYTES = 4_096;

    private final AgentLink agent;
    private final List<Probe> probes;
    private final Judge judge;
    private final Pace pace;
    private final long startNanos;
    private int waitedInVain;
    private long longestMillis;
    private @Nullable Sample baseline;
    private @Nullable Snapshot last;

    Sampler(AgentLink agent, List<Probe> probes, Judge judge, Pace pace) {
        this.agent = agent;
        this.probes = probes;
        this.judge = judge;
        this.pace = pace;
        this.startNanos = pace.nanos();
    }

    /** Sets what the counted resources are expected to come back to. */
    void expect(Sample baseline) {
        this.baseline = baseline;
    }

    /** Returns what the agent read for the newest sample: stacks and peers for the explanation. */
    Snapshot lastSnapshot() {
        return java.util.Objects.requireNonNull(last, "sample() comes first");
    }

    /** Returns who reads what is counted. */
    List<Probe> probes() {
        return probes;
    }

    /** Settles, collects, reads. */
    Sample sample(Phase phase, int round, long operations) throws InterruptedException {
        if (phase == Phase.SETTLE) {
            waitedInVain = 0;
        }
        long begun = elapsedMillis();
        // What is planted will not go by itself.
        Settled settled = settle(phase != Phase.PLANTED, phase == Phase.PATIENT ? PATIENT_TIMES * longestMillis : 0);
        Snapshot snapshot = collect();
        last = snapshot;
        longestMillis = Math.max(longestMillis, elapsedMillis() - begun);
        Map<Resource, Long> after = read(snapshot);
        return new Sample(
                phase,
                round,
                operations,
                elapsedMillis(),
                snapshot.heap(),
                snapshot.classes(),
                after,
                new Sample.Rest(settled.isStill, settled.closed.until(after)));
    }

    /** Returns the time since the start of the experiment, as samples have it. */
    long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(pace.nanos() - startNanos);
    }

    /** Waits for the counts to stop moving, and for so long at least; returns whether they have. */
    private Settled settle(boolean isPatient, long leastMillis) throws InterruptedException {
        long begun = elapsedMillis();
        long stillSince = begun;
        Snapshot first = agent.peek();
        Map<Resource, Long> before = read(first);
        var closed = new ClosedByCollector(before, first.collections());
        while (elapsedMillis() - begun < Math.max(MOST_MILLIS, leastMillis)) {
            pace.pause(POLL_MILLIS);
            Snapshot peek = agent.peek();
            Map<Resource, Long> now = read(peek);
            closed.peeked(now, peek.collections());
            if (!now.equals(before)) {
                stillSince = elapsedMillis();
                before = now;
            }
            boolean back = isBack(now);
            long patience = !isPatient || back || waitedInVain >= MOST_IN_VAIN ? STILL_MILLIS : PATIENCE_MILLIS;
            if (elapsedMillis() - stillSince >= patience && elapsedMillis() - begun >= leastMillis) {
                waitedInVain = back ? 0 : waitedInVain + 1;
                return new Settled(true, closed);
            }
        }
        return new Settled(false, closed);
    }

    private record Settled(boolean isStill, ClosedByCollector closed) {}

    private boolean isBack(Map<Resource, Long> counts) {
        Sample expected = baseline;
        return expected == null || judge.isAtBaseline(expected, counts);
    }

    /** Collects twice at least: what one collection leaves floating the next one finds, so the fewest of each class are live. */
    private Snapshot collect() {
        Snapshot snapshot = agent.collect();
        for (int i = 1; i < MOST_COLLECTIONS; i++) {
            Snapshot next = agent.collect();
            boolean still = Math.abs(next.heap().liveBytes() - snapshot.heap().liveBytes()) <= STILL_BYTES;
            snapshot = next.withFewest(snapshot.classes());
            if (still) {
                break;
            }
        }
        return snapshot;
    }

    private Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new HashMap<Resource, Long>();
        for (Probe probe : probes) {
            probe.read(snapshot).forEach((resource, count) -> {
                if (count != 0) {
                    counts.put(resource, count);
                }
            });
        }
        return counts;
    }
}
