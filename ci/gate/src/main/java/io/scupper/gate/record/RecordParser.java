package io.scupper.gate.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.words.GateException;
import io.scupper.gate.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Reads the fields of a record that the gate needs, and skips the others unread: the samples are nearly all of a record, and none of a
 * decision.
 */
final class RecordParser {

    /** The schema that is understood. Fields may be added to it; {@code io.scupper.report.JsonRecord} writes it. */
    static final String SCHEMA = "scupper-run/1";

    /** Those of the examples have about 50 KiB. */
    static final long LARGEST_BYTES = 64L << 20;

    private static final Set<String> NEEDED = Set.of(
            "schema",
            "test",
            "verdict",
            "runtime",
            "recoveredAfterMillis",
            "reasons",
            "probes",
            "suspects",
            "budgets",
            "error");

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1 << 20)
                    .build())
            .build());

    /**
     * Reads a record.
     *
     * @throws GateException if the file is none; its message is one line that names the file
     */
    ObjectNode parse(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes > LARGEST_BYTES) {
                throw unfit(
                        file,
                        "it has %d MiB, and a record has at most %d MiB".formatted(bytes >> 20, LARGEST_BYTES >> 20));
            }
            ObjectNode fields = fields(file);
            String schema = fields.path("schema").asText("");
            if (!schema.equals(SCHEMA)) {
                throw unfit(
                        file,
                        schema.isEmpty()
                                ? "it has no schema, expected is '%s'".formatted(SCHEMA)
                                : "its schema is '%s', understood is '%s'".formatted(schema, SCHEMA));
            }
            return fields;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw unfit(
                    file,
                    "it is no whole JSON, see line %d: %s"
                            .formatted(where == null ? 1 : where.getLineNr(), Words.firstLine(e.getOriginalMessage())));
        } catch (IOException e) {
            throw unfit(file, "it could not be read: " + Words.firstLine(e.toString()));
        }
    }

    private ObjectNode fields(Path file) throws IOException {
        ObjectNode fields = json.createObjectNode();
        try (JsonParser parser = json.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unfit(file, "it is no JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (NEEDED.contains(name)) {
                    fields.set(name, json.readTree(parser));
                } else {
                    parser.skipChildren();
                }
            }
        }
        return fields;
    }

    static GateException unfit(Path file, String why) {
        return new GateException(
                "'%s' is no record: %s.".formatted(Words.visible(file.toString()), Words.visible(why)));
    }

    static String text(JsonNode node, String field) {
        return Words.visible(node.path(field).asText(""));
    }
}
