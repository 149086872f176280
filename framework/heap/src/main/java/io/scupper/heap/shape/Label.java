package io.scupper.heap.shape;

import io.scupper.heap.graph.Field;

/**
 * What an edge of a path is called.
 *
 * @param kind what it is
 * @param owner the class that declares the field, or empty
 * @param name the field, or empty
 */
public record Label(Kind kind, String owner, String name) {

    /** The kinds of edges. */
    public enum Kind {
        /** The beginning of a path. */
        ROOT,
        FIELD,
        STATIC,
        ELEMENT,
        KEY,
        VALUE,
        /** The value of a thread local; owner and name tell the static field that holds the thread local, if one does. */
        LOCAL,
        /** From an instance to its class, from a class to its loader and its superclass. */
        TYPE;
    }

    static Label of(Kind kind) {
        return new Label(kind, "", "");
    }

    static Label of(Kind kind, Field field) {
        return new Label(kind, field.owner(), field.name());
    }

    /** Tells whether it is an edge from a collection or an array to what is in it. */
    public boolean isEntry() {
        return kind == Kind.ELEMENT || kind == Kind.KEY || kind == Kind.VALUE || kind == Kind.LOCAL;
    }

    /** Returns what a thread local is called. */
    public String inWords() {
        return name.isEmpty() ? "thread local" : "thread local " + owner + "." + name;
    }

    /** Returns the edge as the output has it. */
    public String text() {
        String field = name.isEmpty() ? owner : owner + "." + name;
        return switch (kind) {
            case FIELD, STATIC -> field;
            case LOCAL -> "[" + inWords() + "]";
            case TYPE -> "<" + name + ">";
            default -> "[" + kind.name().toLowerCase(java.util.Locale.ROOT) + "]";
        };
    }
}
