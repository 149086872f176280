package io.scupper.examples.corpus.subject;

import java.util.Locale;

/** How the operations that leak lie among the others. */
public enum Pattern {
    /** Each by a seeded draw of its own, as errors come. */
    DRAWN,
    /** Each n-th. */
    EVEN;

    /** Returns the word for it in ids. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
