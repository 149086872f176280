package io.scupper.agent.jvm;

/** Knows Scupper's own classes, which are neither counted nor woven. The examples are subjects like any other. */
public final class Own {

    private static final String OURS = "io.scupper.";
    private static final String EXAMPLES = "io.scupper.example";

    private Own() {}

    /** Tells whether a frame of this class is the agent's, on top of a woven method's. */
    public static boolean isAgents(String className) {
        return className.startsWith("io.scupper.agent.") || className.startsWith("io.scupper.boot.");
    }

    /** Tells whether a class, or the element class of an array in the form {@code [Lname;}, is Scupper's own. */
    public static boolean owns(String className) {
        int from = 0;
        while (from < className.length() && className.charAt(from) == '[') {
            from++;
        }
        if (from > 0) {
            from++;
        }
        return className.startsWith(OURS, from) && !className.startsWith(EXAMPLES, from);
    }
}
