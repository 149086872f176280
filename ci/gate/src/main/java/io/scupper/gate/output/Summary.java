package io.scupper.gate.output;

import io.scupper.gate.decision.Decision;
import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.decision.Finding;
import io.scupper.gate.record.TestRecord;
import io.scupper.gate.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The decision in Markdown, for the summary of a job or a note at a merge request. Whatever is not Scupper's own text stands inside
 * {@code code}, where nothing of it is markup and nobody is mentioned.
 */
public final class Summary {

    /** GitHub takes a megabyte for a step; a note needs less. */
    private static final int MOST_FINDINGS = 50;

    private Summary() {}

    /**
     * Writes it.
     *
     * @param sources where the lines of code are looked for
     */
    public static String of(Decision decision, List<Path> sources) {
        var lines = new StringJoiner("\n", "", "\n");
        ExitCode code = decision.exitCode();
        lines.add("## Leak gate: %s %s".formatted(code == ExitCode.CLEAN ? "✅" : "❌", code.words()))
                .add("");
        lines.add(counts(decision.records().tests()));
        if (!decision.findings().isEmpty()) {
            lines.add("").add("| | test | what |").add("|---|---|---|");
            decision.findings().stream().limit(MOST_FINDINGS).forEach(finding -> lines.add(row(finding, sources)));
            int more = decision.findings().size() - MOST_FINDINGS;
            if (more > 0) {
                lines.add("| | | and %d more |".formatted(more));
            }
        }
        if (!decision.notes().isEmpty()) {
            lines.add("")
                    .add("<details><summary>%d notes</summary>"
                            .formatted(decision.notes().size()))
                    .add("");
            decision.notes().stream().limit(MOST_FINDINGS).forEach(note -> lines.add("- " + code(note)));
            lines.add("").add("</details>");
        }
        return lines.toString();
    }

    private static String counts(List<TestRecord> tests) {
        return Arrays.stream(TestRecord.Verdict.values())
                .map(verdict ->
                        tests.stream().filter(test -> test.verdict() == verdict).count() + " " + verdict)
                .collect(Collectors.joining(
                        ", ", tests.size() + (tests.size() == 1 ? " leak test: " : " leak tests: "), "."));
    }

    private static String row(Finding finding, List<Path> sources) {
        String where = finding.leak()
                .flatMap(leak -> SourceLine.of(leak, sources))
                .map(line -> " " + code(line.path() + ":" + line.line()))
                .orElse("");
        String advice = finding.leak()
                .map(leak -> leak.advice())
                .filter(text -> !text.isBlank())
                .map(text -> "<br>To do: " + code(text))
                .orElse("");
        return "| %s | %s | %s%s%s |"
                .formatted(finding.code().words(), code(finding.test()), code(finding.text()), where, advice);
    }

    private static String code(String text) {
        return "<code>" + escaped(Words.visible(text.replaceAll("\\s+", " ")).strip()) + "</code>";
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> "&<>\"|*_`[]\\~#!@".indexOf(c) >= 0 ? "&#" + c + ";" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
