package io.scupper.model;

/**
 * Where in the subject's code an effect is applied; data, so that a library's release point is a row in a table.
 *
 * @param label a short name for messages, for example {@code Apache HttpClient 5}
 * @param type fully qualified name of the class, or of the supertype when {@code subtypes}
 * @param subtypes whether every class below {@code type} that declares the method is meant
 * @param method name of the method; {@code <init>} is not allowed
 * @param parameters how many parameters it has, or -1 for any
 * @param caller prefix of the class that must stand within the nearest 16 frames above, or empty for any
 * @param thread prefix of the name of the thread, or empty for any
 */
public record JoinPoint(
        String label, String type, boolean subtypes, String method, int parameters, String caller, String thread) {

    /** Makes a join point on a method of exactly this class, whoever calls it. */
    public static JoinPoint of(String label, String type, String method, int parameters) {
        return new JoinPoint(label, type, false, method, parameters, "", "");
    }

    /** Returns this join point for all classes below its type. */
    public JoinPoint orSubtypes() {
        return new JoinPoint(label, type, true, method, parameters, caller, thread);
    }

    /** Returns this join point for calls that come from classes whose name begins so. */
    public JoinPoint calledFrom(String prefix) {
        return new JoinPoint(label, type, subtypes, method, parameters, prefix, thread);
    }

    /** Returns this join point for threads whose name begins so. */
    public JoinPoint onThread(String prefix) {
        return new JoinPoint(label, type, subtypes, method, parameters, caller, prefix);
    }
}
