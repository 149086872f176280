package io.scupper.gate.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.words.GateException;
import io.scupper.gate.words.TextFile;
import io.scupper.gate.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Past builds, one a line, in a file that a pipeline keeps in its cache. */
public final class TrendFile {

    /** Half a year of nightly builds; a line has a few hundred bytes for each test. */
    public static final int MOST_BUILDS = 200;

    private static final String SCHEMA = "scupper-trend/1";
    private static final JsonMapper JSON = new JsonMapper();

    private TrendFile() {}

    /**
     * Reads it; empty where there is none, as in the first build.
     *
     * @throws GateException if it is not one, naming the line
     */
    public static List<Build> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        var builds = new ArrayList<Build>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    builds.add(build(line));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new GateException(
                    "Line %d of '%s' is no build of a trend: %s. Remove the file to begin anew."
                            .formatted(builds.size() + 1, file, Words.firstLine(String.valueOf(e.getMessage()))),
                    e);
        } catch (IOException e) {
            throw new GateException("'%s' could not be read: %s".formatted(file, Words.firstLine(e.toString())), e);
        }
        return builds;
    }

    /** Returns past builds and this one; one of the same id, as of a job that is run again, is replaced. */
    public static List<Build> with(List<Build> past, Build build) {
        var builds = new ArrayList<>(past);
        builds.removeIf(other -> other.id().equals(build.id()));
        builds.add(build);
        return List.copyOf(builds.subList(Math.max(0, builds.size() - MOST_BUILDS), builds.size()));
    }

    /** Writes it, whole or not at all. */
    public static void write(List<Build> builds, Path file) {
        var text = new StringBuilder();
        for (Build build : builds) {
            ObjectNode node = JSON.createObjectNode();
            node.put("schema", SCHEMA);
            node.put("build", build.id());
            node.set("tests", JSON.valueToTree(build.figures()));
            text.append(node).append('\n');
        }
        TextFile.write(file, text.toString());
    }

    private static Build build(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        String schema = node.path("schema").asText("");
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("its schema is '%s', understood is '%s'".formatted(schema, SCHEMA));
        }
        Map<String, Map<String, Double>> figures = JSON.convertValue(node.path("tests"), new TypeReference<>() {});
        return new Build(node.path("build").asText(""), figures);
    }
}
