package io.scupper.examples.causetable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one leak test came to on one build of a subject: a line of the file that is kept with the project.
 *
 * @param runtime where the subject ran, and the language where that is another than Java: {@code container}, {@code container, Go}
 * @param build {@code leaky} or {@code remedied}
 * @param grew what was a leak, or the budget; {@code -} where there was neither
 * @param figure how much of it stayed with each operation, or what was measured of how much that is allowed
 * @param culprit class and member that the message named, or what the budget went to
 * @param recovered seconds from lift until everything was back; {@code -} where it was not
 * @param took seconds in all
 */
public record CauseLine(
        String cause,
        String test,
        String runtime,
        String build,
        String verdict,
        String grew,
        String figure,
        String culprit,
        String recovered,
        long took) {

    static final String NONE = "-";

    private static final String TAB = "\t";

    /** Reads one as {@link #toLine} writes it. */
    static CauseLine parse(String line) {
        List<String> fields = List.of(line.split(TAB));
        return new CauseLine(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7),
                fields.get(8),
                Long.parseLong(fields.get(9)));
    }

    String toLine() {
        return Stream.concat(texts(), Stream.of(Long.toString(took)))
                .reduce((one, next) -> one + TAB + next)
                .orElseThrow();
    }

    /** Returns what it is of; what it came to stands behind it. */
    String key() {
        return keyOf(build);
    }

    /** Returns the same build of the same test and runtime, but the other. */
    String keyOf(String other) {
        return String.join(TAB, cause, test, runtime, other);
    }

    boolean isLeaky() {
        return build.equals("leaky");
    }

    /** Tells whether its subject is written in another language than Java. */
    public boolean isInAnotherLanguage() {
        return runtime.contains(", ");
    }

    boolean isOverBudget() {
        return verdict.equals(Cause.Found.OVER_BUDGET);
    }

    /** Returns the figure of a leaky build as tables have it: growth with two decimals. */
    String shortFigure() {
        return isOverBudget() ? figure : String.format(Locale.ROOT, "%.2f", Double.parseDouble(figure));
    }

    /** Returns all of it but the seconds. */
    public Stream<String> texts() {
        return Stream.of(cause, test, runtime, build, verdict, grew, figure, culprit, recovered);
    }
}
