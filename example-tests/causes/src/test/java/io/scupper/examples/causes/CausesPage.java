package io.scupper.examples.causes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the table of the causes: what was found in each, and that nothing is found where it is remedied. */
final class CausesPage {

    private static final String HEAD = """
            # The causes of growth

            Each row is a cause of growth, as a small service of real parts in two builds. Its leak test found the leaky one and named who is
            at fault; on the remedied one it found nothing. The page of a cause shows the failure as it was printed, and the remedy. Made by
            the suite: do not edit it, run that (`example-tests/causes/README.md`).

            - *grew* is what the verdict is about, and *per operation* how many of them stayed with each.
            - *named* is the culprit of the message, without its package.
            - *remedied* is the verdict on the other build, under the same fault and load, and the seconds from lift until everything was back.

            | cause | runtime | grew | found | per operation | named | remedied |
            |---|---|---|---|---|---|---|
            """;

    private CausesPage() {}

    static String of(List<CauseLine> all) {
        Map<String, CauseLine> byKey = all.stream().collect(Collectors.toMap(CauseLine::key, Function.identity()));
        var page = new StringBuilder(HEAD);
        all.stream()
                .filter(line -> line.build().equals("leaky") && byKey.containsKey(line.keyOf("remedied")))
                .map(line -> row(line, byKey.get(line.keyOf("remedied"))))
                .forEach(page::append);
        return page.toString();
    }

    private static String row(CauseLine leaky, CauseLine remedied) {
        return String.format(
                Locale.ROOT,
                "| [`%s`](causes/%s.md) | %s | `%s` | %s in %d s | %s | `%s` | %s after %s s |%n",
                leaky.cause(),
                leaky.cause(),
                leaky.runtime(),
                brief(leaky.grew()),
                leaky.verdict(),
                leaky.took(),
                perOperation(leaky.perOperation()),
                brief(leaky.culprit()),
                remedied.verdict(),
                remedied.recovered());
    }

    private static String perOperation(double count) {
        return String.format(Locale.ROOT, "%.2f", count);
    }

    /** Leaves packages out, of {@code com.acme.Orders.keep} as of {@code heap:com.acme.Orders$Order}. */
    private static String brief(String name) {
        return name.replaceAll("\\b([a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
    }
}
