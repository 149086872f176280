package io.scupper.examples.corpus.result;

import io.scupper.examples.corpus.cell.Cell;
import java.util.List;
import java.util.Map;

/**
 * What came of one cell.
 *
 * @param id of the cell
 * @param findings those that say more than that all is as before
 * @param reasons why it is inconclusive beyond what the findings say
 * @param error why it could not be carried out, or empty
 * @param seconds from the first operation to the verdict
 * @param loadSeconds what the operations took of these
 * @param contended whether every core was kept busy meanwhile
 * @param dumpRules what rules that need heap dumps said, by the name of the rule; empty where none were taken
 */
public record Result(
        String id,
        Cell cell,
        Outcome outcome,
        List<Note> findings,
        List<String> reasons,
        String error,
        double seconds,
        double loadSeconds,
        boolean contended,
        Series series,
        Map<String, Boolean> dumpRules) {

    public Result {
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
        dumpRules = Map.copyOf(dumpRules);
    }

    /** Makes the result of a cell that could not be carried out. */
    public static Result failed(Cell cell, String error, boolean contended) {
        return new Result(
                cell.id(), cell, Outcome.ERROR, List.of(), List.of(), error, 0, 0, contended, Series.EMPTY, Map.of());
    }

    /** Returns what a later result of the same cell, under the same contention, has in common with this one. */
    public String key() {
        return contended ? id + " contended" : id;
    }

    /** Tells whether the verdict is what it must be. */
    public boolean asExpected() {
        return outcome == (cell.leaks() ? Outcome.LEAK : Outcome.CLEAN);
    }

    /** Returns in one line why it came to this. */
    public String why() {
        var said = new java.util.StringJoiner("; ");
        if (!error.isEmpty()) {
            said.add(error.lines().findFirst().orElse(""));
        }
        reasons.forEach(said::add);
        findings.stream()
                .filter(note -> note.verdict() == outcome)
                .forEach(note -> said.add(note.name() + ": " + note.reason()));
        return said.length() == 0 ? "nothing that was measured moved" : said.toString();
    }

    /** One finding, in the words of the verdict. */
    public record Note(String name, String kind, Outcome verdict, String reason) {}
}
