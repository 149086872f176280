package io.scupper.verdict;

import io.scupper.model.Interval;
import io.scupper.model.Round;
import io.scupper.model.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the verdict must know beside the rounds.
 *
 * @param isFollowed whether suspicions were followed as far as they should be; of one that was not, nobody can tell whether
 *     it is a leak or a cache that fills up
 * @param swaying classes that came and went until warm-up was over, with their instances after each of its rounds
 * @param patient a round after which nothing was collected for longer than after the judged ones, if the collector was
 *     suspected to close what the subject does not
 * @param longer a round of more operations than the judged ones have, if a class was suspected
 * @param filling what came after as many operations as fill a bounded collection, if the judged rounds had too few
 * @param uneven after rounds of ever other lengths, the first one before them, if the longer one was not what a leak makes of it
 */
public record Circumstances(
        boolean isFollowed,
        Map<String, List<Long>> swaying,
        Optional<Round> patient,
        Optional<Interval> longer,
        Optional<Interval> filling,
        List<Sample> uneven) {

    /** Suspicions are followed, nothing sways, no round was longer. */
    public static final Circumstances PLAIN =
            new Circumstances(true, Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Circumstances {
        swaying = Map.copyOf(swaying);
        uneven = List.copyOf(uneven);
    }

    /** Returns these, with suspicions that could not be followed. */
    public Circumstances unfollowed() {
        return new Circumstances(false, swaying, patient, longer, filling, uneven);
    }

    /** Returns these, with a longer round or none. */
    public Circumstances with(Optional<Interval> longer) {
        return new Circumstances(isFollowed, swaying, patient, longer, filling, uneven);
    }

    /** Returns these, with what came after a filling round, or none. */
    public Circumstances filled(Optional<Interval> filling) {
        return new Circumstances(isFollowed, swaying, patient, longer, filling, uneven);
    }

    /** Returns these, with uneven rounds. */
    public Circumstances with(List<Sample> uneven) {
        return new Circumstances(isFollowed, swaying, patient, longer, filling, uneven);
    }

    /** Returns these, with a patient round. */
    public Circumstances with(Round patient) {
        return new Circumstances(isFollowed, swaying, Optional.of(patient), longer, filling, uneven);
    }

    /** Returns these, with classes that sway. */
    public Circumstances with(Map<String, List<Long>> swaying) {
        return new Circumstances(isFollowed, swaying, patient, longer, filling, uneven);
    }
}
