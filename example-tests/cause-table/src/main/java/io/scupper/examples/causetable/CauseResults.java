package io.scupper.examples.causetable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file of what all causes came to. A run with {@code -Dcauses.record=true} writes into it, and with it the tables and the failure
 * that stands on the page of each cause.
 */
public final class CauseResults {

    public static final Path PAGES = Path.of("..", "..", "docs", "causes");
    public static final Path TABLE = Path.of("..", "..", "docs", "causes.md");
    public static final Path README = Path.of("..", "..", "README.md");

    private static final Path FOLDER = Path.of("..", "causes", "results");
    private static final Path FILE = FOLDER.resolve("causes.tsv");

    /** Where records and pages of a run lie is nobody else's business. */
    private static final Pattern PLACES = Pattern.compile("(?m)^  (record|report)    .*\\R?");

    private static final Pattern FAILURE = Pattern.compile("```text\\R.*?```", Pattern.DOTALL);

    private CauseResults() {}

    /** Returns all that is kept. */
    public static List<CauseLine> read() throws IOException {
        return Files.exists(FILE)
                ? Files.readAllLines(FILE).stream().map(CauseLine::parse).toList()
                : List.of();
    }

    /** Returns the message of the leaky subject's leak test, as it was printed. */
    public static String failure(String cause) throws IOException {
        return Files.readString(FOLDER.resolve(cause + ".txt"));
    }

    /** Writes a line, in the place of the one before it, if this run is to leave anything behind. */
    static void note(CauseLine line) throws IOException {
        if (Boolean.getBoolean("causes.record")) {
            // Tests run side by side.
            synchronized (CauseResults.class) {
                write(line);
            }
        }
    }

    /** As {@link #note(CauseLine)}, and writes the message of a forked JVM, or of a container where there is no other. */
    static void note(CauseLine line, String message) throws IOException {
        note(line);
        if (!Boolean.getBoolean("causes.record")) {
            return;
        }
        synchronized (CauseResults.class) {
            Path file = FOLDER.resolve(line.cause() + ".txt");
            if (isShown(line)) {
                Files.writeString(file, PLACES.matcher(message).replaceAll("").strip() + "\n");
                show(PAGES.resolve(line.cause() + ".md"), Files.readString(file));
            }
        }
    }

    /** Of several tests the first is shown, of two runtimes the one that needs nothing, and of two languages Java. */
    private static boolean isShown(CauseLine line) throws IOException {
        return read().stream()
                .filter(each -> !each.isInAnotherLanguage())
                .filter(each ->
                        each.cause().equals(line.cause()) && each.build().equals(line.build()))
                .min(Comparator.comparing(CauseLine::test).thenComparing(CauseLine::runtime, Comparator.reverseOrder()))
                .filter(shown -> shown.key().equals(line.key()))
                .isPresent();
    }

    private static void write(CauseLine line) throws IOException {
        List<CauseLine> all = Stream.concat(
                        read().stream().filter(each -> !each.key().equals(line.key())), Stream.of(line))
                .sorted(Comparator.comparing(CauseLine::key))
                .toList();
        Files.createDirectories(FOLDER);
        Files.write(FILE, all.stream().map(CauseLine::toLine).toList());
        Files.writeString(TABLE, CausesPage.of(all));
        Files.writeString(README, CausesInReadme.with(Files.readString(README), all));
    }

    private static void show(Path page, String message) throws IOException {
        if (Files.exists(page)) {
            String shown = Matcher.quoteReplacement("```text\n" + message + "```");
            Files.writeString(page, FAILURE.matcher(Files.readString(page)).replaceFirst(shown));
        }
    }
}
