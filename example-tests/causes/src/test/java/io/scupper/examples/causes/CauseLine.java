package io.scupper.examples.causes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one leak test came to on one build of a subject: a line of the file that is kept with the project.
 *
 * @param runtime where the subject ran
 * @param build {@code leaky} or {@code remedied}
 * @param grew what was a leak; {@code -} where nothing was
 * @param perOperation how much of it stayed with each operation, of its unit
 * @param culprit class and member that the message named
 * @param recovered seconds from lift until everything was back; {@code -} where it was not
 * @param took seconds in all
 */
record CauseLine(
        String cause,
        String test,
        String runtime,
        String build,
        String verdict,
        String grew,
        double perOperation,
        String culprit,
        String recovered,
        long took) {

    private static final String TAB = "\t";
    private static final String NONE = "-";

    /** Reads what a leak test recorded. */
    static CauseLine of(String cause, Cause.Found found, String build, JsonNode record) {
        JsonNode suspect = first(record.path("suspects"), found, "probe");
        JsonNode finding = first(record.path("probes"), found, "name");
        return new CauseLine(
                cause,
                found.test(),
                record.path("runtime").asText(),
                build,
                record.path("verdict").asText(),
                finding.path("name").asText(NONE),
                finding.path("perOperation").asDouble(),
                culprit(suspect, record.path("suspects")),
                recovered(record.path("recoveredAfterMillis")),
                Math.round(record.path("tookMillis").asLong() / 1000.0));
    }

    /** Finds what is expected among the leaks. */
    private static JsonNode first(JsonNode all, Cause.Found found, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> found.isNamed(each.path(name).asText()))
                .filter(each -> each.path("verdict").asText("LEAK").equals("LEAK"))
                .findFirst()
                .orElse(all.path(-1));
    }

    /** Names the one of the suspect, or where a count has none, as of messages at a broker, the first of the others. */
    private static String culprit(JsonNode suspect, JsonNode all) {
        return Stream.concat(Stream.of(suspect), StreamSupport.stream(all.spliterator(), false))
                .map(each -> each.path("culprit").asText(""))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .findFirst()
                .orElse(NONE);
    }

    private static String recovered(JsonNode millis) {
        return millis.isNumber() ? String.format(Locale.ROOT, "%.1f", millis.asLong() / 1000.0) : NONE;
    }

    static CauseLine parse(String line) {
        List<String> fields = List.of(line.split(TAB));
        return new CauseLine(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                Double.parseDouble(fields.get(6)),
                fields.get(7),
                fields.get(8),
                Long.parseLong(fields.get(9)));
    }

    String toLine() {
        return String.join(
                TAB,
                cause,
                test,
                runtime,
                build,
                verdict,
                grew,
                String.format(Locale.ROOT, "%.3f", perOperation),
                culprit,
                recovered,
                Long.toString(took));
    }

    /** Returns what it is of; what it came to stands behind it. */
    String key() {
        return String.join(TAB, cause, test, runtime, build);
    }

    /** Returns the same build of the same test and runtime, but the other. */
    String keyOf(String other) {
        return String.join(TAB, cause, test, runtime, other);
    }

    Stream<String> texts() {
        return Stream.of(cause, test, runtime, build, verdict, grew, culprit, recovered);
    }
}
