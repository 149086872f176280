package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Keeps a cache from letting go of what is too much or too old. */
public final class StuckEvictionType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "stuck-eviction";

    private static final Library CAFFEINE = Library.of(
            "Caffeine",
            "com.github.ben-manes.caffeine:caffeine",
            "com.github.benmanes.caffeine.cache.BoundedLocalCache",
            "3.2.2");
    private static final Library GUAVA =
            Library.of("Guava", "com.google.guava:guava", "com.google.common.cache.LocalCache", "33.7.2-jre");

    private static final List<ReleasePoint> POINTS =
            List.of(caffeine("evictEntries"), caffeine("expireEntries"), guava("evictEntries"), guava("expireEntries"));

    /** Makes the type. */
    public StuckEvictionType() {
        super(ID, POINTS);
    }

    private static ReleasePoint caffeine(String method) {
        return ReleasePoint.of(CAFFEINE, "com.github.benmanes.caffeine.cache.BoundedLocalCache", method, 0)
                .recoversBy("at its next maintenance: a write, some reads, cleanUp() or its scheduler");
    }

    private static ReleasePoint guava(String method) {
        return ReleasePoint.of(GUAVA, "com.google.common.cache.LocalCache$Segment", method, 1)
                .recoversBy("at the next write to the same segment, or cleanUp()");
    }
}
