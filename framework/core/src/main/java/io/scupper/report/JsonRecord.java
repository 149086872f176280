package io.scupper.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;

/**
 * Writes the record of one run as JSON. The schema is API: {@code schema} changes when a field changes its meaning or goes;
 * fields may be added.
 */
public final class JsonRecord {

    /** The name and version of the schema. */
    public static final String SCHEMA = "scupper-run/1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonRecord() {}

    /**
     * Writes the record of a run, whole or not at all.
     *
     * @param file is replaced if it exists; its folders are made
     */
    public static void write(Run run, Path file) {
        write(toJson(run), file);
    }

    /** Writes the record of a test that ended in an error, without a verdict. */
    public static void writeError(String test, String runtime, String message, Path file) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("test", test);
        root.put("verdict", "ERROR");
        root.put("runtime", runtime);
        root.put("error", message);
        root.putArray("faults");
        root.putArray("probes");
        write(root, file);
    }

    static ObjectNode toJson(Run run) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("test", run.test());
        root.put("verdict", run.verdict().name());
        root.put("runtime", run.runtime());
        root.put("subject", run.subject());
        root.put("tookMillis", run.took().toMillis());
        root.put("withinMillis", run.within().toMillis());
        run.recoveredAfter()
                .ifPresentOrElse(
                        after -> root.put("recoveredAfterMillis", after.toMillis()),
                        () -> root.putNull("recoveredAfterMillis"));
        run.planted()
                .ifPresentOrElse(
                        planted -> root.putObject("planted")
                                .put("seen", planted.isSeen())
                                .put("tookMillis", planted.took().toMillis()),
                        () -> root.putNull("planted"));
        ArrayNode reasons = root.putArray("reasons");
        run.reasons().forEach(reasons::add);
        ArrayNode faults = root.putArray("faults");
        run.faults().forEach(fault -> faults.add(toJson(fault)));
        ArrayNode probes = root.putArray("probes");
        run.findings().forEach(finding -> probes.add(toJson(finding)));
        ArrayNode budgets = root.putArray("budgets");
        run.budgets().forEach(budget -> BudgetJson.add(budget, budgets.addObject()));
        ArrayNode suspects = root.putArray("suspects");
        run.suspects().forEach(suspect -> SuspectJson.add(suspect, suspects.addObject()));
        ArrayNode samples = root.putArray("samples");
        run.samples().forEach(sample -> samples.add(toJson(sample)));
        CourseJson.add(run, root, samples);
        return root;
    }

    private static ObjectNode toJson(FaultRecord fault) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", fault.id());
        ObjectNode parameters = node.putObject("parameters");
        new TreeMap<>(fault.parameters()).forEach(parameters::put);
        node.put("recovery", fault.recovery());
        node.put("matched", fault.matched());
        node.put("fired", fault.fired());
        node.put("held", fault.held());
        node.put("notGivenBack", fault.notGivenBack());
        node.put("note", fault.note());
        return node;
    }

    private static ObjectNode toJson(Finding finding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", finding.name());
        node.put("unit", finding.unit().name());
        node.put("verdict", finding.verdict().name());
        node.put("kind", finding.kind().name());
        node.put("baseline", finding.baseline());
        node.put("settled", finding.settled());
        node.put("perOperation", finding.perOperation());
        node.put("reason", finding.reason());
        return node;
    }

    private static ObjectNode toJson(Sample sample) {
        ObjectNode node = JSON.createObjectNode();
        node.put("phase", sample.phase().word());
        node.put("round", sample.round());
        node.put("operations", sample.operations());
        node.put("atMillis", sample.atMillis());
        node.put("liveBytes", sample.heap().liveBytes());
        node.put("usedBytes", sample.heap().usedBytes());
        node.put("maxBytes", sample.heap().maxBytes());
        node.put("still", sample.rest().isStill());
        ObjectNode collected = node.putObject("collected");
        new TreeMap<>(sample.rest().collected()).forEach((resource, count) -> collected.put(resource.label(), count));
        ObjectNode counted = node.putObject("counted");
        new TreeMap<>(sample.counted()).forEach((resource, count) -> counted.put(resource.label(), count));
        return node;
    }

    private static void write(ObjectNode root, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), ".record", ".json");
            JSON.writeValue(whole.toFile(), root);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ScupperException(
                    "The record could not be written to '%s': %s. Is the folder writable and the disk not full?"
                            .formatted(file, e),
                    e);
        }
    }
}
