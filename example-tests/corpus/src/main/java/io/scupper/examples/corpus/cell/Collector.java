package io.scupper.examples.corpus.cell;

import java.util.Locale;

/** A garbage collector of HotSpot. Not every JDK has each of them. */
public enum Collector {
    SERIAL("-XX:+UseSerialGC"),
    PARALLEL("-XX:+UseParallelGC"),
    G1("-XX:+UseG1GC"),
    ZGC("-XX:+UseZGC"),
    SHENANDOAH("-XX:+UseShenandoahGC");

    private final String option;

    Collector(String option) {
        this.option = option;
    }

    /** Returns the JVM option that chooses it. */
    public String option() {
        return option;
    }

    /** Returns the word for it in ids and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
