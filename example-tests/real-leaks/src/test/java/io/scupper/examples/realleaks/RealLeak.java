package io.scupper.examples.realleaks;

import io.scupper.model.Finding;
import java.util.List;

/**
 * One leak that a library was released with.
 *
 * @param driver the class that uses the library
 * @param libraries coordinates; {@code *} stands for the release
 * @param leaky the last release with the leak
 * @param fixed the first one without
 * @param operations of a round; few where each leaks something dear, such as a thread
 * @param finding the name of the finding that must be a leak; only its beginning if a port follows
 * @param culprit class and field of the library that keeps what was taken, or class and method that took it
 */
record RealLeak(
        String id,
        String driver,
        List<String> libraries,
        String leaky,
        String fixed,
        int operations,
        String finding,
        String culprit) {

    /** Returns the coordinates at one release. */
    List<String> coordinates(String release) {
        return libraries.stream().map(library -> library.replace("*", release)).toList();
    }

    /** Tells whether this is what leaks. */
    boolean isNamedBy(Finding given) {
        return finding.endsWith(":")
                ? given.name().startsWith(finding)
                : given.name().equals(finding);
    }

    /** Is its name in reports. */
    @Override
    public String toString() {
        return id;
    }
}
