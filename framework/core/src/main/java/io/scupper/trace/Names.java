package io.scupper.trace;

/** Names as short as they are still clear. */
final class Names {

    private Names() {}

    /** Returns a member with its class, but without the package: {@code Orders.recent}. */
    static String member(String qualified) {
        int member = qualified.lastIndexOf('.');
        return qualified.substring(qualified.lastIndexOf('.', member - 1) + 1);
    }

    /** Cuts what is longer, and shows that it did. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
