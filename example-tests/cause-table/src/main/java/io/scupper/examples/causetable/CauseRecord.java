package io.scupper.examples.causetable;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.model.Unit;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a leak test recorded, as far as a line of the table has it.
 *
 * @param found what it is to find in the leaky subject
 */
record CauseRecord(Cause.Found found, JsonNode json) {

    CauseLine line(Cause cause, String build) {
        JsonNode budget = budget();
        JsonNode leak = leak();
        return new CauseLine(
                cause.id(),
                found.test(),
                json.path("runtime").asText() + (cause.language().isEmpty() ? "" : ", " + cause.language()),
                build,
                json.path("verdict").asText(),
                found.isOverBudget() ? label(budget) : leak.path("name").asText(CauseLine.NONE),
                found.isOverBudget()
                        ? figure(budget, "measured") + " of " + figure(budget, "atMost")
                        : String.format(
                                Locale.ROOT, "%.3f", leak.path("perOperation").asDouble()),
                found.isOverBudget() ? spentOn(budget) : culprit(),
                recovered(json.path("recoveredAfterMillis")),
                Math.round(json.path("tookMillis").asLong() / 1000.0));
    }

    /** Returns what was a leak as it is expected; a missing node if there was none. */
    private JsonNode leak() {
        return all("probes")
                .filter(each -> each.path("verdict").asText().equals("LEAK"))
                .filter(each -> found.isNamed(each.path("name").asText()))
                .findFirst()
                .orElse(json.path(-1));
    }

    private JsonNode budget() {
        return all("budgets")
                .filter(each -> found.isNamed(label(each)))
                .findFirst()
                .orElse(json.path(-1));
    }

    /** Returns a budget as messages call it. */
    private static String label(JsonNode budget) {
        String of = budget.path("of").asText("");
        return budget.path("measure").asText(CauseLine.NONE) + (of.isEmpty() ? "" : " of " + of);
    }

    private static String figure(JsonNode budget, String field) {
        return budget.path(field).isNumber()
                ? Unit.valueOf(budget.path("unit").asText())
                        .format(budget.path(field).asDouble(), 3)
                : CauseLine.NONE;
    }

    /** Returns what the budget should have gone to if that is what is told, of a budget that was missed. */
    private String spentOn(JsonNode budget) {
        boolean told = Stream.concat(
                        Stream.of(budget.path("measure"), budget.path("of"), budget.path("reason")),
                        StreamSupport.stream(budget.path("evidence").spliterator(), false))
                .anyMatch(text -> text.asText().contains(found.blamed()));
        return told && budget.path("outcome").asText().equals("MISSED") ? found.blamed() : CauseLine.NONE;
    }

    /** Names the one of the suspect, or where a count has none, as of messages at a broker, the first of the others. */
    private String culprit() {
        return Stream.concat(
                        all("suspects")
                                .filter(each -> found.isNamed(each.path("probe").asText())),
                        all("suspects"))
                .map(each -> each.path("culprit").asText(""))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .findFirst()
                .orElse(CauseLine.NONE);
    }

    private Stream<JsonNode> all(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }

    private static String recovered(JsonNode millis) {
        return millis.isNumber() ? String.format(Locale.ROOT, "%.1f", millis.asLong() / 1000.0) : CauseLine.NONE;
    }
}
