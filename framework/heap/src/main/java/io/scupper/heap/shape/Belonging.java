package io.scupper.heap.shape;

import java.util.List;

/**
 * Whose class is it: the application's, a library's, or the agent's own? What is said of the application goes before all else.
 *
 * @param application prefixes of classes that are the application's, whatever else they look like; may be empty
 * @param own prefix of the agent's classes
 * @param libraries prefixes of classes that are nobody's application
 */
public record Belonging(List<String> application, String own, List<String> libraries) {

    /** How the name of a class itself begins, which holds the static fields. */
    private static final String CLASS = "class ";

    /** Returns what the reviewed list of libraries makes of it. */
    public static Belonging of(List<String> application, String own) {
        return new Belonging(List.copyOf(application), own, Rows.of("libraries.txt"));
    }

    /** Tells whether a class belongs to the agent. */
    public boolean isOwn(String type) {
        return type.startsWith(own) && !isDeclared(type);
    }

    /** Tells whether a class belongs to the application: one that can be blamed. */
    public boolean isApplication(String type) {
        return type.startsWith(CLASS) ? isApplicationClass(type.substring(CLASS.length())) : isApplicationClass(type);
    }

    private boolean isApplicationClass(String type) {
        return isDeclared(type)
                || type.indexOf('.') > 0 && !isOwn(type) && libraries.stream().noneMatch(type::startsWith);
    }

    private boolean isDeclared(String type) {
        return application.stream().anyMatch(type::startsWith);
    }
}
