package io.scupper.examples.causetable;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the short form of the table between the marks in the README: a line for each cause, of its first leak test in a container. */
public final class CausesInReadme {

    private static final Pattern PLACE =
            Pattern.compile("(?<=<!-- causes -->\\R).*?(?=<!-- end of causes -->)", Pattern.DOTALL);
    private static final String HEAD = """
            | cause | what grew | found | remedied |
            |---|---|---|---|
            """;

    private CausesInReadme() {}

    /** Returns the README with the table of these. */
    public static String with(String readme, List<CauseLine> all) {
        Matcher place = PLACE.matcher(readme);
        if (!place.find()) {
            throw new IllegalStateException(
                    "README.md has no '<!-- causes -->' with '<!-- end of causes -->' below it, between which the table of the causes goes.");
        }
        return place.replaceFirst(Matcher.quoteReplacement(table(all)));
    }

    private static String table(List<CauseLine> all) {
        var rows = new TreeMap<String, String>();
        List<CauseLine> inContainers =
                all.stream().filter(line -> line.runtime().equals("container")).toList();
        for (CauseLine leaky : inContainers) {
            inContainers.stream()
                    .filter(line -> leaky.isLeaky() && line.key().equals(leaky.keyOf("remedied")))
                    .forEach(remedied -> rows.putIfAbsent(leaky.cause(), row(leaky, remedied)));
        }
        return HEAD + String.join("", rows.values());
    }

    private static String row(CauseLine leaky, CauseLine remedied) {
        return "| [`%s`](docs/causes/%s.md) | `%s` | %s, %s%s: `%s` | %s after %s s |\n"
                .formatted(
                        leaky.cause(),
                        leaky.cause(),
                        CausesPage.brief(leaky.grew()),
                        leaky.verdict(),
                        leaky.shortFigure(),
                        leaky.isOverBudget() ? "" : " per operation",
                        CausesPage.brief(leaky.culprit()),
                        remedied.verdict(),
                        remedied.recovered());
    }
}
