package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves the permits of a bulkhead or of a half-open circuit breaker taken, so that it lets ever fewer calls in. */
public final class UnreturnedPermitType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unreturned-permit";

    private static final Library BULKHEAD = Library.of(
            "Resilience4j Bulkhead",
            "io.github.resilience4j:resilience4j-bulkhead",
            "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead",
            "2.3.0");
    private static final Library BREAKER = Library.of(
            "Resilience4j CircuitBreaker",
            "io.github.resilience4j:resilience4j-circuitbreaker",
            "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine",
            "2.3.0");

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(BULKHEAD, "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead", "onComplete", 0),
            ReleasePoint.of(
                    BULKHEAD, "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead", "releasePermission", 0),
            breaker("onSuccess", 2),
            breaker("onError", 3),
            breaker("releasePermission", 0));

    /** Makes the type. */
    public UnreturnedPermitType() {
        super(ID, POINTS);
    }

    /** A closed breaker has no permits that could be missed; a half-open one waits for as many outcomes as it gave permits. */
    private static ReleasePoint breaker(String method, int parameters) {
        return ReleasePoint.of(
                        BREAKER,
                        "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine",
                        method,
                        parameters)
                .recoversBy("with maxWaitDurationInHalfOpenState, which is off by default");
    }
}
