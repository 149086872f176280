package io.scupper.html;

import io.scupper.html.RunRecord.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what a run came to: in one sentence, and in the few words that an index has room for. */
final class Headline {

    private final RunRecord run;

    Headline(RunRecord run) {
        this.run = run;
    }

    /** Returns the verdict in one sentence, without the word for it. */
    String sentence() {
        return switch (run.verdict()) {
            case LEAK -> leak();
            case OVER_BUDGET -> "More was used up than the test allows: " + overBudget() + ".";
            case CLEAN -> clean();
            case INCONCLUSIVE -> "No verdict can be given: " + inconclusive();
            case ERROR -> "Nothing was measured: " + firstLine(run.error());
        };
    }

    /** Returns what grew, for the index. */
    String grew() {
        return switch (run.verdict()) {
            case LEAK ->
                worst().map(Probe::name)
                        .orElseGet(
                                () -> firstSuspect().map(SuspectRecord::probe).orElse("live heap"));
            case OVER_BUDGET -> overBudget();
            case CLEAN -> "nothing";
            case INCONCLUSIVE -> inconclusive();
            case ERROR -> firstLine(run.error());
        };
    }

    /** Returns how much of it is kept per operation; a dash where nothing is. */
    String perOperation() {
        return run.verdict() == Outcome.LEAK
                ? worst().map(probe -> Text.perOperation(Text.unit(probe.unit()), probe.perOperation()))
                        .orElse("–")
                : "–";
    }

    /** Returns how long it took until everything was back. */
    String timeToBaseline() {
        Long after = run.recoveredAfterMillis();
        if (after != null) {
            return Text.duration(after);
        }
        return run.verdict() == Outcome.ERROR ? "–" : "not within " + Text.duration(run.withinMillis());
    }

    private String leak() {
        int others = run.suspects().size() - 1;
        String more = others > 0 ? ", and %d more".formatted(others) : "";
        String what = firstSuspect()
                .map(suspect -> "%s, %s".formatted(suspect.probe(), suspect.what()))
                .orElseGet(() -> worst().map(probe -> probe.name() + ", " + probe.reason())
                        .orElse("live heap"));
        return "Something is kept, operation after operation: %s%s. It was not given back within %s after lift."
                .formatted(what, more, Text.duration(run.withinMillis()));
    }

    private String overBudget() {
        List<BudgetRecord> missed = run.missed();
        if (missed.isEmpty()) {
            return "the record does not say what";
        }
        String more = missed.size() > 1 ? ", and %d more".formatted(missed.size() - 1) : "";
        return missed.get(0).label() + ", " + missed.get(0).figures() + more;
    }

    private String clean() {
        Long after = run.recoveredAfterMillis();
        String when = after == null
                ? ""
                : run.faults().isEmpty()
                        ? ""
                        : ", %s after lift; %s were allowed"
                                .formatted(Text.duration(after), Text.duration(run.withinMillis()));
        String planted = run.planted() != null && run.planted().seen()
                ? " A leak that was planted to try the probes was seen."
                : "";
        String budgets = run.budgets().isEmpty()
                ? ""
                : run.budgets().size() == 1
                        ? " The budget is kept to."
                        : " All %d budgets are kept to.".formatted(run.budgets().size());
        return "Nothing grows with the operations, and all %d things that were measured are back%s.%s%s"
                .formatted(run.probes().size(), when, planted, budgets);
    }

    private String inconclusive() {
        return run.reasons().stream()
                .findFirst()
                .or(() -> run.probes().stream()
                        .filter(probe -> probe.verdict() == Outcome.INCONCLUSIVE)
                        .map(probe -> probe.name() + ": " + probe.reason())
                        .findFirst())
                .or(() -> run.budgets().stream()
                        .filter(BudgetRecord::isUnmeasured)
                        .map(budget -> budget.label() + ": " + budget.reason())
                        .findFirst())
                .orElse("the record gives no reason.");
    }

    private Optional<SuspectRecord> firstSuspect() {
        return run.suspects().stream().findFirst();
    }

    /** The finding of the first suspect, or any that leaks. */
    private Optional<Probe> worst() {
        String first = firstSuspect().map(SuspectRecord::probe).orElse("");
        return run.probes().stream()
                .filter(probe -> probe.verdict() == Outcome.LEAK)
                .min(Comparator.comparing(probe -> !probe.name().equals(first)));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
