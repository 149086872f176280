package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes {@code JAVA_TOOL_OPTIONS}, by which every JVM of an image takes options, whatever script starts it. What an
 * image's own command line says wins over it.
 */
final class ToolOptions {

    static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    private ToolOptions() {}

    /**
     * Returns {@code existing}, followed by {@code added}; a JVM lets the later one win.
     *
     * @throws ScupperException if an option cannot be written, because it has white space and both kinds of quotes
     */
    static String merged(String existing, List<String> added) {
        var parts = new ArrayList<String>();
        if (!existing.isBlank()) {
            parts.add(existing.strip());
        }
        parts.addAll(added.stream().map(ToolOptions::quoted).toList());
        return parts.stream().collect(Collectors.joining(" "));
    }

    /** The JVM splits at white space, joins what is quoted, and knows no escapes. */
    private static String quoted(String option) {
        boolean plain = option.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        if (plain) {
            return option;
        }
        if (option.indexOf('"') < 0) {
            return '"' + option + '"';
        }
        if (option.indexOf('\'') < 0) {
            return "'" + option + "'";
        }
        throw new ScupperException(
                "JVM option '%s' cannot be given to an image: %s knows no escapes, so it may have one kind of quotes only."
                        .formatted(option, VARIABLE));
    }
}
