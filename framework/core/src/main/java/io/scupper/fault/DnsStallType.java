package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.spi.Weaving;
import java.time.Duration;
import java.util.List;

/**
 * Makes name resolution stall: each look-up of a host's addresses in the subject waits, those whose answer the JVM has in its
 * cache too, as if every name had just expired; an address in digits is no look-up. Lifting lets all who wait go on at once.
 * Where the subject is the test's own JVM, {@code caller} or {@code thread} spares the test.
 */
public final class DnsStallType implements FaultType {

    /** The fault's id. */
    public static final String ID = "dns-stall";

    /**
     * Below {@code getByName} and {@code getAllByName}, above the cache; one of its overloads is what the others end in on
     * each JDK, of four parameters on 17 and of two on 25. Tried on both.
     */
    private static final JoinPoint RESOLUTION =
            JoinPoint.of("name resolution", "java.net.InetAddress", "getAllByName0", -1);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("delay", "a duration from 1ms to 10m, such as '30s'", "30s"), Sites.CALLER, Sites.THREAD);
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        Duration delay = parameters.duration("delay");
        allowed.require("delay", delay.toMillis() >= 1 && delay.compareTo(LONGEST) <= 0);
        JoinPoint point = RESOLUTION
                .calledFrom(parameters.textOrEmpty("caller").strip())
                .onThread(parameters.textOrEmpty("thread").strip());
        return new JoinPointFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Weaving(
                        ID,
                        List.of(point),
                        Effect.delay(delay.toMillis()),
                        parameters.activation(),
                        allowed.maxHeld()));
    }
}
