package io.scupper.examples.realleaks;

import java.util.List;

/**
 * One leak that a library was released with.
 *
 * @param driver the class that uses the library
 * @param libraries coordinates; {@code *} stands for the release
 * @param leaky the last release with the leak
 * @param fixed the first one without
 * @param operations of a round; few where each leaks something dear, such as a thread
 * @param finding how the name of the finding begins that must be a leak
 */
record RealLeak(
        String id, String driver, List<String> libraries, String leaky, String fixed, int operations, String finding) {

    /** Returns the coordinates at one release. */
    List<String> coordinates(String release) {
        return libraries.stream().map(library -> library.replace("*", release)).toList();
    }

    /** Is its name in reports. */
    @Override
    public String toString() {
        return id;
    }
}
