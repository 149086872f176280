package io.scupper.explain;

import java.util.Map;

/** Writes the name of a class as source has it: {@code byte[]}, where the JVM says {@code [B}. */
final class SourceName {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "B", "byte", "C", "char", "D", "double", "F", "float", "I", "int", "J", "long", "S", "short", "Z",
            "boolean");

    private SourceName() {}

    static String of(String name) {
        int depth = 0;
        while (depth < name.length() && name.charAt(depth) == '[') {
            depth++;
        }
        if (depth == 0) {
            return name;
        }
        String element = name.substring(depth);
        String word = element.startsWith("L") && element.endsWith(";")
                ? element.substring(1, element.length() - 1)
                : PRIMITIVES.getOrDefault(element, element);
        return word + "[]".repeat(depth);
    }
}
