package io.scupper.html;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The tests of one run, worst first.
 *
 * @param counts how many tests came to what
 * @param notShown what could not be read, one line each
 */
record IndexPage(List<Row> rows, List<Count> counts, List<String> notShown, String sentence) {

    static IndexPage of(List<PageLink> pages, List<String> notShown) {
        List<Row> rows = pages.stream()
                .map(Row::of)
                .sorted(Comparator.comparing(Row::outcome).thenComparing(Row::test))
                .toList();
        List<Count> counts = Arrays.stream(Outcome.values())
                .map(outcome -> new Count(
                        outcome,
                        rows.stream().filter(row -> row.outcome() == outcome).count()))
                .filter(count -> count.number() > 0)
                .toList();
        return new IndexPage(rows, counts, notShown, sentence(rows));
    }

    private static String sentence(List<Row> rows) {
        long clean = rows.stream().filter(row -> row.outcome() == Outcome.CLEAN).count();
        if (rows.isEmpty()) {
            return "There is no test to show.";
        }
        return clean == rows.size()
                ? "All of %s left nothing behind.".formatted(Text.count(rows.size(), "test", "tests"))
                : "%d of %s left nothing behind.".formatted(clean, Text.count(rows.size(), "test", "tests"));
    }

    /** How many tests came to one outcome. */
    record Count(Outcome outcome, long number) {}

    /** One test. */
    record Row(
            String test,
            String href,
            Outcome outcome,
            String grew,
            String perOperation,
            String timeToBaseline,
            String took,
            String runtime,
            String spark) {

        static Row of(PageLink page) {
            RunRecord run = page.run();
            var headline = new Headline(run);
            return new Row(
                    run.test(),
                    page.href(),
                    run.verdict(),
                    headline.grew(),
                    headline.perOperation(),
                    headline.timeToBaseline(),
                    run.tookMillis() > 0 ? Text.duration(run.tookMillis()) : "–",
                    run.runtime(),
                    Spark.of(new Timeline(run).values("heap")));
        }
    }

    /** A record and where its page lies, relative to the index and fit for an address. */
    record PageLink(RunRecord run, String href) {}
}
