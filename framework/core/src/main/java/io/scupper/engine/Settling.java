package io.scupper.engine;

import io.scupper.model.Phase;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import io.scupper.model.TimeSpan;
import io.scupper.spi.RunListener;
import io.scupper.verdict.Circumstances;
import io.scupper.verdict.IdleTimes;
import io.scupper.verdict.Judge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Samples after lift until everything is back, or the time for it is over: what the test says, or the time that the subject
 * keeps idle things for, if that is longer. A heap takes its time to be collected too.
 */
final class Settling {

    /** What the collector is given for the live heap; Guava's GcFinalization is as generous. */
    private static final long BYTES_PER_SECOND = 32L << 20;

    /** Whoever gives up what was idle for long enough may look for it now and then only. */
    private static final Duration AFTER_IDLE = Duration.ofSeconds(5);

    private final Judge judge;
    private final Circumstances circumstances;
    private final RunListener listener;
    private final Pace pace;
    private final Duration idle;
    private Duration within;
    private Optional<Duration> recovered = Optional.empty();

    Settling(Plan plan, Judge judge, Circumstances circumstances, RunListener listener, Pace pace) {
        this.judge = judge;
        this.circumstances = circumstances;
        this.listener = listener;
        this.pace = pace;
        this.idle = plan.idle();
        this.within = plan.within();
    }

    /** Blocks until all is back or the time is over; returns the rounds with the last sample. */
    Rounds await(Rounds rounds, RoundRunner runner, long liftedNanos) throws InterruptedException {
        if (!idle.isZero()) {
            allow(idle.plus(AFTER_IDLE));
        }
        allow(Duration.ofSeconds(rounds.settled().heap().liveBytes() / BYTES_PER_SECOND));
        Rounds settled = rounds;
        int attempt = 1;
        do {
            Sample sample = runner.sample(Phase.SETTLE, attempt++, 0);
            settled = settled.settledAt(sample);
            if (judge.isBack(settled, circumstances)) {
                Duration after = since(liftedNanos);
                recovered = Optional.of(after);
                listener.noted("back at the baseline after " + TimeSpan.format(after));
                return settled;
            }
        } while (since(liftedNanos).compareTo(within) < 0 || knowsWhatIsIdle(settled));
        return settled;
    }

    /** Returns the time from lift until all was back, if it is. */
    Optional<Duration> recovered() {
        return recovered;
    }

    /** Returns the bound that was waited for. */
    Duration within() {
        return within;
    }

    /** Tells whether all that is not back is known to be given up later by itself, and if so waits for it. */
    private boolean knowsWhatIsIdle(Rounds rounds) {
        List<String> late = judge.notBack(rounds, circumstances);
        Optional<Duration> known = IdleTimes.of(late).map(AFTER_IDLE::plus);
        if (known.isEmpty() || known.get().compareTo(within) <= 0) {
            return false;
        }
        within = known.get();
        listener.noted("waiting up to %s for what ends when idle for long enough: %s"
                .formatted(TimeSpan.format(within), String.join(", ", late)));
        return true;
    }

    private void allow(Duration least) {
        within = within.compareTo(least) < 0 ? least : within;
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(pace.nanos() - nanos);
    }
}
