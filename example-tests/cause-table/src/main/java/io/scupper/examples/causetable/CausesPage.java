package io.scupper.examples.causetable;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the table of the causes: what was found in each, and that nothing is found where it is remedied. */
public final class CausesPage {

    private static final String HEAD = """
            # The causes of growth

            Each row is a cause of memory growth, as a small service of real parts in two builds. Its leak test found the leaky one and named
            who is at fault; on the remedied one, under the same load and fault, it found nothing. The page of a cause shows the failure as it
            was printed, and the remedy. Lines with `Go` are those of a [Go service](go.md). Made of what a run of the suite saw: do not edit it,
            [run that](../example-tests/causes/README.md).

            - **grew** is what the verdict is about, without packages, or the [budget](budgets.md) of what is used up and not kept; of several
              leak tests each has a line.
            - **found** is the verdict on the leaky build, and how many of them stayed with each operation, or what was used up of how much
              that is allowed.
            - **at fault** is the culprit that the message named: the field that keeps it, the method that took it, or what the budget went to.
            - **remedied** is the verdict on the other build, and how long after lift everything was back.

            | cause | grew | found | at fault | remedied |
            |---|---|---|---|---|
            """;

    private CausesPage() {}

    /** Returns the page of these. */
    public static String of(List<CauseLine> all) {
        Map<String, CauseLine> byKey = all.stream().collect(toMap(CauseLine::key, Function.identity()));
        var page = new StringBuilder(HEAD);
        all.stream()
                .filter(line -> line.isLeaky() && byKey.containsKey(line.keyOf("remedied")))
                .collect(groupingBy(CauseLine::cause, TreeMap::new, toList()))
                .forEach((cause, leaky) -> page.append(row(cause, leaky, byKey)));
        return page.toString();
    }

    private static String row(String cause, List<CauseLine> leaky, Map<String, CauseLine> byKey) {
        return "| [`%s`](causes/%s.md) | %s | %s | %s | %s |\n"
                .formatted(
                        cause,
                        cause,
                        cell(leaky, runs -> "`" + brief(runs.get(0).grew()) + "`"),
                        cell(leaky, CausesPage::found),
                        cell(leaky, runs -> "`" + brief(runs.get(0).culprit()) + "`"),
                        cell(leaky, runs -> remedied(runs, byKey)));
    }

    /** Writes a line for each leak test, of its runs on all runtimes; those in Java come first. */
    private static String cell(List<CauseLine> leaky, Function<List<CauseLine>, String> line) {
        return leaky.stream()
                .sorted(Comparator.comparing(CauseLine::isInAnotherLanguage).thenComparing(CauseLine::key))
                .collect(groupingBy(CauseLine::test, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(line)
                .collect(joining("<br>"));
    }

    private static String remedied(List<CauseLine> leaky, Map<String, CauseLine> byKey) {
        List<CauseLine> runs =
                leaky.stream().map(line -> byKey.get(line.keyOf("remedied"))).toList();
        String spent = leaky.get(0).isOverBudget() ? ", " + runs.get(0).figure() : "";
        return runs.get(0).verdict() + spent + " after " + each(runs, line -> line.recovered() + " s");
    }

    private static String each(List<CauseLine> runs, Function<CauseLine, String> figure) {
        return runs.stream()
                .map(line -> figure.apply(line) + " (" + line.runtime() + ")")
                .collect(joining(", "));
    }

    private static String found(List<CauseLine> runs) {
        CauseLine first = runs.get(0);
        return first.verdict() + ", " + (first.isOverBudget() ? "" : "per operation ")
                + each(runs, CauseLine::shortFigure);
    }

    /** Leaves packages out, of {@code com.acme.Orders.keep} as of {@code heap:com.acme.Orders$Order}. */
    static String brief(String name) {
        return name.replaceAll("\\b([a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
    }
}
