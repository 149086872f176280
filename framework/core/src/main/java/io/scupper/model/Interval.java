package io.scupper.model;

import java.time.Duration;

/** What moved between two samples. */
public record Interval(Sample before, Sample after) {

    /** Returns how far a count moved. */
    public long delta(Rounds.Count count) {
        return count.of(after) - count.of(before);
    }

    /** Returns how much time passed, at least a millisecond. */
    public Duration took() {
        return Duration.ofMillis(Math.max(1, after.atMillis() - before.atMillis()));
    }
}
