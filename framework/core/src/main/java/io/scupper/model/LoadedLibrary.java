package io.scupper.model;

import java.util.List;

/**
 * A library as one class loader of the subject has it.
 *
 * @param version as its jar says it, Java's for what the JDK brings, or {@code unknown}
 * @param jar the name of its file
 * @param fits for each join point that was asked about, in that order
 */
public record LoadedLibrary(Library library, String version, String jar, List<Fit> fits) {

    public LoadedLibrary {
        fits = List.copyOf(fits);
    }

    /** Whether the library has a join point. */
    public enum Fit {
        /** It has the type, and the type has the method. */
        FITS,
        /** It has the type, and the type has no such method. */
        DIFFERS,
        /** It does not have the type. */
        ABSENT
    }
}
