package io.scupper.examples.corpus.accuracy;

import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import java.util.Collection;
import java.util.List;

/** What a hunt for flakes comes to: of healthy cells, how many did not pass. */
public final class Flakes {

    private final List<Result> healthy;

    private Flakes(Collection<Result> results) {
        this.healthy = results.stream().filter(result -> !result.cell().leaks()).toList();
    }

    /** Looks at the healthy ones of these results. */
    public static Flakes in(Collection<Result> results) {
        return new Flakes(results);
    }

    /** Tells whether a healthy cell was called a leak. */
    public boolean hasFalseLeak() {
        return count(Outcome.LEAK) > 0;
    }

    /** Returns how many did not pass, with bounds by Clopper and Pearson, and each of them with its reason. */
    public String text() {
        var lines = new java.util.StringJoiner("\n");
        lines.add("%d healthy verdicts: %d CLEAN, %d INCONCLUSIVE, %d LEAK, %d errors"
                .formatted(
                        healthy.size(),
                        count(Outcome.CLEAN),
                        count(Outcome.INCONCLUSIVE),
                        count(Outcome.LEAK),
                        count(Outcome.ERROR)));
        lines.add("false LEAK  " + new Share(count(Outcome.LEAK), healthy.size()).exactText());
        lines.add("not CLEAN   " + new Share(healthy.size() - count(Outcome.CLEAN), healthy.size()).exactText());
        healthy.stream()
                .filter(result -> result.outcome() != Outcome.CLEAN)
                .forEach(result -> lines.add("  %s %s: %s".formatted(result.outcome(), result.id(), result.why())));
        return lines.toString();
    }

    private int count(Outcome outcome) {
        return (int)
                healthy.stream().filter(result -> result.outcome() == outcome).count();
    }
}
