package io.scupper.ext.outside;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What samples show of connections that were held open: each count must be higher by more than half as many. It need not be all, since others of
 * the subject's may end meanwhile; a probe that does not see them shows none.
 */
final class Shown {

    private final int planted;
    private final Sample before;
    private final Sample with;
    private final List<String> blind = new ArrayList<>();

    Shown(int planted, Sample before, Sample with) {
        this.planted = planted;
        this.before = before;
        this.with = with;
    }

    /** Asks for what a probe counts of some of its resources, all together. */
    Shown require(String probe, Predicate<String> name, String advice) {
        return require(probe, more(probe, name), advice);
    }

    /** Asks for a figure. */
    Shown require(String probe, long more, String advice) {
        if (2 * more <= planted) {
            blind.add("The %s probe is blind: %d connections were held open from outside and it shows %d more. %s"
                    .formatted(probe, planted, Math.max(0, more), advice));
        }
        return this;
    }

    List<String> blind() {
        return List.copyOf(blind);
    }

    private long more(String probe, Predicate<String> name) {
        return total(with, probe, name) - total(before, probe, name);
    }

    private static long total(Sample sample, String probe, Predicate<String> name) {
        return sample.counted().entrySet().stream()
                .filter(entry -> entry.getKey().probe().equals(probe))
                .filter(entry -> name.test(entry.getKey().name()))
                .mapToLong(java.util.Map.Entry<Resource, Long>::getValue)
                .sum();
    }
}
