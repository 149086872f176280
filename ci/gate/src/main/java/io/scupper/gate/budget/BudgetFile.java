package io.scupper.gate.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.words.GateException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The budget as it is committed: sorted, one figure a line, so that a diff shows what got better or worse. */
public final class BudgetFile {

    private static final String SCHEMA = "scupper-budget/1";
    private static final String TIME = "timeToBaselineMillis";
    private static final String GROWTH = "growthPerOperation";
    private static final String RETAINED = "retained";

    private BudgetFile() {}

    /**
     * Reads it.
     *
     * @throws GateException if it is not one, saying what is wrong where
     */
    public static Budget read(Path file) {
        JsonNode root = JsonFile.read(file, SCHEMA);
        Map<String, Budget.Entry> tests = new HashMap<>();
        root.path("tests")
                .properties()
                .forEach(test -> tests.put(test.getKey(), entry(file, test.getKey(), test.getValue())));
        return new Budget(tests);
    }

    /** Writes it, whole or not at all. */
    public static void write(Budget budget, Path file) {
        ObjectNode root = JsonFile.start(SCHEMA);
        ObjectNode tests = root.putObject("tests");
        new TreeMap<>(budget.tests()).forEach((key, entry) -> {
            ObjectNode test = tests.putObject(key);
            entry.timeToBaselineMillis().ifPresent(millis -> test.put(TIME, millis));
            figures(test, GROWTH, entry.growthPerOperation());
            figures(test, RETAINED, entry.retained());
        });
        JsonFile.write(root, file);
    }

    private static void figures(ObjectNode test, String name, Map<String, Double> figures) {
        if (!figures.isEmpty()) {
            ObjectNode node = test.putObject(name);
            new TreeMap<>(figures).forEach((resource, figure) -> node.put(resource, rounded(figure)));
        }
    }

    /** Three decimals are more than a run repeats. */
    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    private static Budget.Entry entry(Path file, String test, JsonNode node) {
        JsonNode time = node.path(TIME);
        if (!time.isMissingNode() && (!time.isIntegralNumber() || time.asLong() < 0)) {
            throw JsonFile.refused(file, "%s of '%s'".formatted(TIME, test), time.toString(), "a whole number from 0");
        }
        return new Budget.Entry(
                time.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(time.asLong()),
                figures(file, test, GROWTH, node.path(GROWTH)),
                figures(file, test, RETAINED, node.path(RETAINED)));
    }

    private static Map<String, Double> figures(Path file, String test, String name, JsonNode node) {
        Map<String, Double> figures = new HashMap<>();
        node.properties().forEach(each -> {
            if (!each.getValue().isNumber()) {
                throw JsonFile.refused(
                        file,
                        "%s '%s' of '%s'".formatted(name, each.getKey(), test),
                        each.getValue().toString(),
                        "a number");
            }
            figures.put(each.getKey(), each.getValue().asDouble());
        });
        return figures;
    }
}
