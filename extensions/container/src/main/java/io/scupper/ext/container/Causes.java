package io.scupper.ext.container;

/** Reads what really happened out of an exception of the engine's client. */
final class Causes {

    private Causes() {}

    /** Returns the message of the deepest cause on one line, without the full stop at its end. */
    static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String line = message.replaceAll("\\s+", " ").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
