package io.scupper.gate.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.gate.words.GateException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The leaks that are accepted, as they are committed; written by people, since each needs a reason. */
public final class AcceptedLeaksFile {

    private static final String SCHEMA = "scupper-accepted/1";

    private AcceptedLeaksFile() {}

    /**
     * Reads it.
     *
     * @throws GateException if it is not one, or an entry lacks its reason, ticket or day
     */
    public static List<AcceptedLeak> read(Path file) {
        Map<String, AcceptedLeak> leaks = new LinkedHashMap<>();
        for (JsonNode node : JsonFile.read(file, SCHEMA).path("leaks")) {
            AcceptedLeak leak = leak(file, node);
            if (leaks.put(leak.fingerprint(), leak) != null) {
                throw JsonFile.refused(
                        file, "fingerprint", "'" + leak.fingerprint() + "' twice", "one entry for each fingerprint");
            }
        }
        return List.copyOf(leaks.values());
    }

    private static AcceptedLeak leak(Path file, JsonNode node) {
        String fingerprint = text(file, node, "fingerprint");
        String expires = text(file, node, "expires");
        try {
            return new AcceptedLeak(
                    fingerprint, text(file, node, "reason"), text(file, node, "ticket"), LocalDate.parse(expires));
        } catch (DateTimeParseException e) {
            throw JsonFile.refused(
                    file, "expires of '%s'".formatted(fingerprint), "'" + expires + "'", "a day such as 2027-01-31");
        }
    }

    private static String text(Path file, JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        if (text.isEmpty()) {
            throw JsonFile.refused(
                    file,
                    "%s of %s".formatted(field, node.path("fingerprint").asText("an entry")),
                    "empty",
                    "a text: each accepted leak has fingerprint, reason, ticket and expires");
        }
        return text;
    }
}
