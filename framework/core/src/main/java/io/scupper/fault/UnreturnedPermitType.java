package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves the permits of a bulkhead taken, so that it lets ever fewer calls in. */
public final class UnreturnedPermitType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unreturned-permit";

    private static final Library BULKHEAD = Library.of(
            "Resilience4j Bulkhead",
            "io.github.resilience4j:resilience4j-bulkhead",
            "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead",
            "2.3.0");

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(BULKHEAD, "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead", "onComplete", 0),
            ReleasePoint.of(
                    BULKHEAD, "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead", "releasePermission", 0));

    /** Makes the type. */
    public UnreturnedPermitType() {
        super(ID, POINTS);
    }
}
