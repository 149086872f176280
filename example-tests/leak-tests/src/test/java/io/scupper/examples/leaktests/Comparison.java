package io.scupper.examples.leaktests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the gate's {@code diff} said of two subjects of the same leak test, as a pipeline would call it: one command, the packed gate,
 * and a JVM of its own for each turn.
 */
record Comparison(int code, String said) {

    static final int PAIRS = 3;

    /** Compares; blocks for minutes. */
    static Comparison of(Class<?> leakTest, String old, String young, Path records)
            throws IOException, InterruptedException {
        List<String> words = CommandLine.gate(
                "diff",
                "--old",
                old,
                "--new",
                young,
                "--pairs",
                Integer.toString(PAIRS),
                "--records",
                records.toString(),
                "--");
        words.addAll(CommandLine.leakTest(
                leakTest,
                "-D" + ComparedOrders.SUBJECT + "={subject}",
                "-Dscupper.records={records}",
                // Only the figures are compared: a turn takes half the time.
                "-Dscupper.explain=off",
                "-Dscupper.planting=off"));
        CommandLine ended = CommandLine.run(words, Map.of());
        return new Comparison(ended.code(), ended.said());
    }

    /** Returns which subject was tested when, in order. */
    List<String> turns() {
        return said.lines()
                .filter(line -> line.matches("(old|new), pair \\d+: .*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    /** Returns the change of a figure with its interval. */
    Change change(String figure) {
        var line = Pattern.compile("(?m)^(\\w+): .*: " + Pattern.quote(figure)
                        + ": old ([-\\d.]+), new ([-+\\d.]+) \\[([-+\\d.]+), ([-+\\d.]+)\\] in " + PAIRS + " pairs$")
                .matcher(said);
        if (!line.find()) {
            throw new AssertionError("'%s' is not compared in:%n%s".formatted(figure, said));
        }
        return new Change(
                line.group(1),
                Double.parseDouble(line.group(2)),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(4)),
                Double.parseDouble(line.group(5)));
    }

    /** One line of the comparison. */
    record Change(String judgement, double old, double mean, double low, double high) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.3f %+.3f [%+.3f, %+.3f]", judgement, old, mean, low, high);
        }
    }
}
