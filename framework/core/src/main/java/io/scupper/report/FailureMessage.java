package io.scupper.report;

import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Run;
import io.scupper.model.Suspect;
import io.scupper.model.TimeSpan;
import io.scupper.model.Verdict;
import io.scupper.trace.TraceText;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Renders the message of a run that did not pass. Its first line is complete by itself. */
public final class FailureMessage {

    private static final int MOST_SUSPECTS = 3;

    private FailureMessage() {}

    /** Returns the message of a run without a page; {@code record} is where the JSON lies. */
    public static String of(Run run, Path record) {
        return of(run, record, "");
    }

    /**
     * Returns the message.
     *
     * @param record where the JSON lies
     * @param report where the page lies, or why there is none; empty if none was asked for
     */
    public static String of(Run run, Path record, String report) {
        var lines = new StringJoiner("\n");
        lines.add(
                switch (run.verdict()) {
                    case LEAK -> leak(run);
                    case OVER_BUDGET -> BudgetLines.headline(run);
                    default -> inconclusive(run);
                });
        suspects(lines, run);
        BudgetLines.addTo(lines, run);
        if (run.verdict() != Verdict.LEAK) {
            findings(lines, run, Verdict.INCONCLUSIVE);
        }
        run.reasons().forEach(reason -> lines.add("  missing   " + reason));
        run.faults().forEach(fault -> lines.add("  fault     " + fault(fault)));
        lines.add("  subject   %s (%s)".formatted(run.subject(), run.runtime()));
        lines.add("  record    " + record);
        if (!report.isEmpty()) {
            lines.add("  report    " + report);
        }
        if (run.verdict() == Verdict.OVER_BUDGET) {
            lines.add("  If this is expected: allow more in @Budget.");
        }
        if (run.verdict() == Verdict.LEAK) {
            lines.add(
                    "  If this is expected: declare what is allowed in @ReturnsToBaseline (heap, threads, connections,"
                            + " descriptors), or give it longer with within.");
        }
        return lines.toString();
    }

    private static String leak(Run run) {
        int others = run.suspects().size() - 1;
        String first =
                run.suspects().isEmpty() ? "live heap" : headline(run.suspects().get(0));
        return "LEAK in %s: %s%s, %s after lift."
                .formatted(
                        run.test(),
                        first,
                        others > 0 ? " and %d more".formatted(others) : "",
                        TimeSpan.format(run.within()));
    }

    private static String inconclusive(Run run) {
        String first = run.reasons().isEmpty()
                ? run.findings().stream()
                        .filter(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
                        .map(finding -> finding.name() + ": " + finding.reason())
                        .findFirst()
                        .orElseGet(() -> BudgetLines.firstUnmeasured(run))
                : run.reasons().get(0);
        return "INCONCLUSIVE in %s: %s".formatted(run.test(), first);
    }

    private static String headline(Suspect suspect) {
        return suspect.finding() + ": " + suspect.what();
    }

    private static void suspects(StringJoiner lines, Run run) {
        String culprit = "";
        for (Suspect suspect : run.suspects().stream().limit(MOST_SUSPECTS).toList()) {
            String named = suspect.culprit().orElse("");
            if (!named.isEmpty() && !named.equals(culprit)) {
                lines.add("  culprit   " + named);
            }
            culprit = named;
            suspect(lines, suspect, run.operationsOfARound());
        }
        if (run.suspects().size() > MOST_SUSPECTS) {
            lines.add("  also      "
                    + run.suspects().stream()
                            .skip(MOST_SUSPECTS)
                            .map(Suspect::finding)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void suspect(StringJoiner lines, Suspect suspect, long operations) {
        lines.add("  suspect   " + headline(suspect));
        suspect.evidence().forEach(line -> lines.add("            " + line));
        TraceText.of(suspect.paths(), suspect.origins(), operations).forEach(line -> lines.add("            " + line));
        lines.add("  to do     " + suspect.advice());
    }

    private static void findings(StringJoiner lines, Run run, Verdict verdict) {
        for (Finding finding : run.findings()) {
            if (finding.verdict() == verdict) {
                lines.add("  undecided %s: %s".formatted(finding.name(), finding.reason()));
            }
        }
    }

    private static String fault(FaultRecord fault) {
        return "%s fired %d of %d times, recovery %s%s%s"
                .formatted(
                        fault.id(),
                        fault.fired(),
                        fault.matched(),
                        fault.recovery(),
                        fault.held() > 0 ? ", withheld %d when it was lifted".formatted(fault.held()) : "",
                        fault.note().isEmpty() ? "" : "; " + fault.note());
    }
}
