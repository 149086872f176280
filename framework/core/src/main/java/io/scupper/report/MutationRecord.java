package io.scupper.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.Mutation;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** What a suite made of the faults that were put under it: as JSON for programs, as Markdown for people. */
public final class MutationRecord {

    /** The name of the JSON; no record of a test has it. */
    public static final String FILE = "mutations.json";

    private static final String SCHEMA = "scupper-mutations/1";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MutationRecord() {}

    /** Writes both files into a folder, over those of an earlier run. */
    public static void write(List<Mutation> mutations, Path folder) {
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve(FILE).toFile(), toJson(mutations));
            Files.writeString(folder.resolve("mutations.md"), toMarkdown(mutations));
        } catch (IOException e) {
            throw new ScupperException(
                    "What became of the mutations could not be written into '%s': %s. Is the folder writable?"
                            .formatted(folder, e),
                    e);
        }
    }

    static ObjectNode toJson(List<Mutation> mutations) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        var all = root.putArray("mutations");
        for (Mutation mutation : mutations) {
            ObjectNode node = all.addObject();
            node.put("fault", mutation.faultId());
            node.put("outcome", mutation.outcome().name());
            mutation.noticedBy().forEach(node.putArray("noticedBy")::add);
            mutation.tried().forEach(node.putArray("passed")::add);
            node.put("note", mutation.note());
        }
        return root;
    }

    /** Returns a table with a line for each mutation. */
    public static String toMarkdown(List<Mutation> mutations) {
        var text = new StringJoiner("\n", "", "\n");
        text.add("| fault | outcome | by |");
        text.add("|---|---|---|");
        for (Mutation mutation : mutations) {
            var by = new StringJoiner("; ");
            mutation.noticedBy().forEach(by::add);
            mutation.tried().forEach(test -> by.add("passed: " + test));
            if (!mutation.note().isEmpty()) {
                by.add(mutation.note());
            }
            text.add("| `%s` | %s | %s |"
                    .formatted(mutation.faultId(), mutation.outcome().words(), escaped(by.toString())));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
