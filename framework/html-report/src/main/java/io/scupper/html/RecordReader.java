package io.scupper.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads one record, or says in one line why it cannot be shown. */
final class RecordReader {

    /** The schema that is understood. Fields may be added to it; {@code io.scupper.report.JsonRecord} writes it. */
    static final String SCHEMA = "scupper-run/1";

    /** Records have kilobytes, long ones a few megabytes; each takes ten times as much memory while it is read. */
    static final long MOST_BYTES = 32 << 20;

    private static final List<String> VERDICTS =
            Arrays.stream(Outcome.values()).map(Enum::name).toList();

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads a record.
     *
     * @throws ScupperException if the file is not one; its message is one line
     */
    RunRecord read(Path file) {
        JsonNode root = tree(file);
        if (!root.isObject()) {
            throw unfit(file, "it is no JSON object");
        }
        String schema = root.path("schema").asText("");
        if (!schema.equals(SCHEMA)) {
            throw unfit(
                    file,
                    schema.isEmpty()
                            ? "it has no schema, expected is '%s'".formatted(SCHEMA)
                            : "its schema is '%s', understood is '%s'".formatted(Text.visible(schema), SCHEMA));
        }
        if (!root.path("test").isTextual() || root.path("test").asText().isBlank()) {
            throw unfit(file, "it names no test");
        }
        if (!VERDICTS.contains(root.path("verdict").asText(""))) {
            throw unfit(
                    file,
                    "its verdict is '%s', understood are %s"
                            .formatted(Text.visible(root.path("verdict").asText("")), String.join(", ", VERDICTS)));
        }
        try {
            return json.treeToValue(visible(root), RunRecord.class);
        } catch (JsonProcessingException e) {
            throw unfit(file, "a field is not what it should be: " + firstLine(e.getOriginalMessage()));
        }
    }

    private JsonNode tree(Path file) {
        refuseLarge(file);
        try (var reader = Files.newBufferedReader(file)) {
            return json.readTree(reader);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw unfit(
                    file,
                    "it is no whole JSON, see line %d: %s"
                            .formatted(where == null ? 1 : where.getLineNr(), firstLine(e.getOriginalMessage())));
        } catch (IOException e) {
            throw unfit(file, "it could not be read: " + firstLine(e.toString()));
        }
    }

    private static void refuseLarge(Path file) {
        long bytes;
        try {
            bytes = Files.size(file);
        } catch (IOException e) {
            throw unfit(file, "it could not be read: " + firstLine(e.toString()));
        }
        if (bytes > MOST_BYTES) {
            throw unfit(
                    file,
                    "it has %s, more than the %s that are read of a record"
                            .formatted(ByteSize.format(bytes), ByteSize.format(MOST_BYTES)));
        }
    }

    /** Names may hold characters that turn the text around them round, or hide; from here on they are visible. */
    private static JsonNode visible(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(Text.visible(text.asText()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, visible(array.get(i)));
            }
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(Text.visible(field.getKey()), visible(field.getValue())));
            return copy;
        }
        return node;
    }

    private static ScupperException unfit(Path file, String why) {
        return new ScupperException("%s is not shown: %s.".formatted(Text.visible(file.toString()), Text.visible(why)));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
