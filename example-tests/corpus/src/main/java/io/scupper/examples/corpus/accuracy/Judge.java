package io.scupper.examples.corpus.accuracy;

import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who says what a result comes to: Scupper, or the rule of a peer. */
interface Judge {

    /** The verdict as it was given. */
    Judge SCUPPER = result -> Optional.of(result.outcome());

    /** Returns what it comes to; empty if it cannot tell, because what it needs was not recorded. */
    Optional<Outcome> of(Result result);

    /** Returns all judges by name, Scupper first. */
    static Map<String, Judge> all() {
        Map<String, Judge> judges = new LinkedHashMap<>();
        judges.put("**Scupper**", SCUPPER);
        new TreeMap<>(Rule.ALL).forEach((name, rule) -> judges.put(name, by(rule)));
        return judges;
    }

    private static Judge by(Rule rule) {
        return result -> {
            if (result.series().liveBytes().size() < Rule.SAMPLES) {
                return Optional.of(Outcome.ERROR);
            }
            return Optional.of(rule.flags(result.series()) ? Outcome.LEAK : Outcome.CLEAN);
        };
    }

    /** Judges by a rule that needs heap dumps. */
    static Judge byDumps(String rule) {
        return result -> Optional.ofNullable(result.dumpRules().get(rule))
                .map(flagged -> flagged ? Outcome.LEAK : Outcome.CLEAN);
    }
}
