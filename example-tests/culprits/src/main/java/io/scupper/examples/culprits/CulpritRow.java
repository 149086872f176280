package io.scupper.examples.culprits;

import java.util.List;

/**
 * Whom the message of one leaky example names, and who it is.
 *
 * @param example its name in the table
 * @param named the first culprit of the message, class and member in full; empty if it names none
 * @param truth the member at fault, in full
 * @param shown where the message shows that one
 */
public record CulpritRow(String example, String named, String truth, Shown shown) {

    private static final String CULPRIT = "  culprit   ";
    private static final String NONE = "–";

    /** Where a message shows the member at fault. */
    public enum Shown {
        /** It is the one that is named. */
        CULPRIT("named"),
        /** It is a frame of a stack below. */
        STACK("in the stack"),
        /** It is a field on the path below. */
        PATH("on the path"),
        /** Its class is there, by another member. */
        CLASS("its class"),
        NOWHERE("no");

        private final String words;

        Shown(String words) {
            this.words = words;
        }
    }

    /** Reads a message. */
    public static CulpritRow of(String example, String truth, String message) {
        String named = message.lines()
                .filter(line -> line.startsWith(CULPRIT))
                .map(line -> line.substring(CULPRIT.length()))
                .findFirst()
                .orElse("");
        return new CulpritRow(example, named, truth, shown(named, truth, message));
    }

    private static Shown shown(String named, String truth, String message) {
        if (named.equals(truth)) {
            return Shown.CULPRIT;
        }
        if (message.contains(" " + truth + "(")) {
            return Shown.STACK;
        }
        if (isOnPath(truth, message.lines().toList())) {
            return Shown.PATH;
        }
        return message.contains(owner(truth)) ? Shown.CLASS : Shown.NOWHERE;
    }

    private static String owner(String member) {
        return member.substring(0, member.lastIndexOf('.'));
    }

    /** A field is told without its class where the line above ends in that. */
    private static boolean isOnPath(String truth, List<String> lines) {
        String owner = owner(truth);
        String field = truth.substring(owner.length() + 1);
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean follows = lines.get(i - 1).contains(owner) && line.contains("└ " + field + ":");
            if (follows || line.contains("└ " + brief(truth) + ":") || line.contains("[thread local " + truth + "]")) {
                return true;
            }
        }
        return false;
    }

    /** Returns it as a line of the table, names without their packages. */
    String line() {
        return "| `%s` | %s | %s | %s |".formatted(example, quoted(named), quoted(truth), shown.words);
    }

    private static String quoted(String member) {
        return member.isEmpty() ? NONE : "`" + brief(member) + "`";
    }

    private static String brief(String member) {
        int dot = member.lastIndexOf('.');
        return member.substring(member.lastIndexOf('.', dot - 1) + 1);
    }
}
