package io.scupper.gate.budget;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.words.GateException;
import io.scupper.gate.words.TextFile;
import io.scupper.gate.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** A file of the gate's that people read and commit. */
final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    static ObjectNode start(String schema) {
        return JSON.createObjectNode().put("schema", schema);
    }

    static JsonNode read(Path file, String schema) {
        try {
            JsonNode root = JSON.readTree(file.toFile());
            String given = root.path("schema").asText("");
            if (!given.equals(schema)) {
                throw refused(file, "schema", "'" + given + "'", "'" + schema + "'");
            }
            return root;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new GateException(
                    "'%s' is no whole JSON, see line %d: %s"
                            .formatted(
                                    file,
                                    where == null ? 1 : where.getLineNr(),
                                    Words.firstLine(e.getOriginalMessage())),
                    e);
        } catch (IOException e) {
            throw new GateException("'%s' could not be read: %s".formatted(file, Words.firstLine(e.toString())), e);
        }
    }

    static void write(ObjectNode root, Path file) {
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            TextFile.write(file, JSON.writer(printer).writeValueAsString(root) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the gate itself has made is no JSON.", e);
        }
    }

    static GateException refused(Path file, String what, String given, String allowed) {
        return new GateException(
                "%s in '%s' is %s. Allowed is %s.".formatted(Words.visible(what), file, Words.visible(given), allowed));
    }
}
