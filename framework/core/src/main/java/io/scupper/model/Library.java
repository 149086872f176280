package io.scupper.model;

import java.util.List;

/**
 * A library that faults know; data.
 *
 * @param name as tests and messages say it, for example {@code HikariCP}
 * @param coordinates group and artifact, parted by a colon, or {@link #JDK}
 * @param anchor full name of a class that is loaded whenever the library is in use
 * @param versions those that its rows were tried with, the oldest first; not empty
 */
public record Library(String name, String coordinates, String anchor, List<String> versions) {

    /** The coordinates of what the JDK brings. */
    public static final String JDK = "JDK";

    public Library {
        versions = List.copyOf(versions);
    }

    /** Makes a library. */
    public static Library of(String name, String coordinates, String anchor, String... versions) {
        return new Library(name, coordinates, anchor, List.of(versions));
    }

    /** Makes what the JDK brings; its versions are those of Java. */
    public static Library ofJdk(String name, String anchor, String... versions) {
        return new Library(name, JDK, anchor, List.of(versions));
    }

    /** Tells whether the JDK brings it, so that its version is Java's. */
    public boolean isOfJdk() {
        return coordinates.equals(JDK);
    }
}
