package io.scupper.verdict;

import io.scupper.model.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the verdict must know beside the rounds.
 *
 * @param isFollowed whether suspicions were followed as far as they should be; of one that was not, nobody can tell whether
 *     it is a leak or a cache that fills up
 * @param swaying classes that came and went until warm-up was over, with their instances after each of its rounds
 * @param longer a round of more operations than the judged ones have, if a class was suspected
 */
public record Circumstances(boolean isFollowed, Map<String, List<Long>> swaying, Optional<Interval> longer) {

    /** Suspicions are followed, nothing sways, no round was longer. */
    public static final Circumstances PLAIN = new Circumstances(true, Map.of(), Optional.empty());

    public Circumstances {
        swaying = Map.copyOf(swaying);
    }

    /** Returns these, with suspicions that could not be followed. */
    public Circumstances unfollowed() {
        return new Circumstances(false, swaying, longer);
    }

    /** Returns these, with a longer round or none. */
    public Circumstances with(Optional<Interval> longer) {
        return new Circumstances(isFollowed, swaying, longer);
    }
}
