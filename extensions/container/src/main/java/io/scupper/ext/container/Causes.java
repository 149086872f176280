package io.scupper.ext.container;

import java.util.regex.Pattern;

/** Reads what really happened out of an exception of the engine's client. */
final class Causes {

    /** How the client passes on what the engine says. */
    private static final Pattern ANSWER = Pattern.compile("Status \\d+: \\{\"message\":\"(.*)\"}");

    private Causes() {}

    /** Returns the message of the deepest cause on one line, without the full stop at its end. */
    static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String line = message.replaceAll("\\s+", " ").strip();
        var answer = ANSWER.matcher(line);
        if (answer.matches()) {
            line = answer.group(1).replaceAll("\\\\(.)", "$1");
        }
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
