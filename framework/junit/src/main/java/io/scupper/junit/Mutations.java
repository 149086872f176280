package io.scupper.junit;

import io.scupper.model.Mutation;
import io.scupper.model.Mutation.Outcome;
import io.scupper.model.ScupperException;
import io.scupper.report.MutationRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** What became of the mutations in all tests of this JVM. Safe for use by several threads. */
final class Mutations {

    private static final String SETTING = "scupper.mutate";

    /** Ids, parted by commas, of faults that need not be noticed. */
    private static final String IGNORED = "scupper.mutate.ignore";

    private static final String ADVICE =
            "Let a test repeat what gives these things back, in rounds that are long enough, and bound what may be"
                    + " retained; or say by -D%s=%s that they need not be noticed. All of them are in '%s'.";

    private final Map<String, Mutation> byFault = new TreeMap<>();

    /**
     * Tells whether mutation mode is on.
     *
     * @throws ScupperException if the property is not allowed
     */
    static boolean areOn() {
        String given = System.getProperty(SETTING, "false");
        if (!given.equals("true") && !given.equals("false")) {
            throw new ScupperException("%s is '%s'. Allowed are true and false.".formatted(SETTING, given));
        }
        return given.equals("true");
    }

    /** Tells whether a fault still has to be noticed by a test. */
    synchronized boolean wants(String faultId) {
        if (isIgnored(faultId)) {
            byFault.put(
                    faultId,
                    new Mutation(faultId, Outcome.IGNORED, List.of(), List.of(), "by the property " + IGNORED));
            return false;
        }
        Mutation known = byFault.get(faultId);
        return known == null || known.outcome() != Outcome.NOTICED;
    }

    /** Adds what one test has made of a fault. */
    synchronized void add(String faultId, Outcome outcome, String test, String seen) {
        Mutation known = byFault.getOrDefault(faultId, new Mutation(faultId, outcome, List.of(), List.of(), ""));
        boolean applies = outcome != Outcome.DOES_NOT_APPLY;
        String told = test + ": " + seen;
        Outcome furthest = known.outcome().compareTo(outcome) >= 0 ? known.outcome() : outcome;
        byFault.put(
                faultId,
                new Mutation(
                        faultId,
                        furthest,
                        outcome == Outcome.NOTICED ? and(known.noticedBy(), told) : known.noticedBy(),
                        outcome == Outcome.NOT_NOTICED ? and(known.tried(), told) : known.tried(),
                        applies || furthest != Outcome.DOES_NOT_APPLY ? "" : seen));
    }

    /**
     * Writes what became of them, and says it.
     *
     * @throws AssertionFailedError if no test has noticed one of them
     */
    synchronized void conclude(Path folder) {
        List<Mutation> all = List.copyOf(byFault.values());
        MutationRecord.write(all, folder);
        all.forEach(each -> ConsoleProgress.of("mutations")
                .noted(each.faultId() + " " + each.outcome().words()));
        List<Mutation> missed = all.stream()
                .filter(each -> each.outcome() == Outcome.NOT_NOTICED)
                .toList();
        if (!missed.isEmpty()) {
            throw new AssertionFailedError(message(missed, folder));
        }
    }

    private static String message(List<Mutation> missed, Path folder) {
        String each = missed.stream()
                .map(mutation -> "  " + mutation.faultId() + ": passed by " + String.join("; ", mutation.tried()))
                .collect(Collectors.joining("\n"));
        String ids = missed.stream().map(Mutation::faultId).collect(Collectors.joining(","));
        return "The leak tests do not notice %d of the leaks that were put under them:\n%s\n"
                        .formatted(missed.size(), each)
                + ADVICE.formatted(IGNORED, ids, folder.resolve("mutations.md"));
    }

    private static boolean isIgnored(String faultId) {
        return Arrays.stream(System.getProperty(IGNORED, "").split(","))
                .map(String::strip)
                .anyMatch(faultId::equals);
    }

    private static List<String> and(List<String> some, String more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
