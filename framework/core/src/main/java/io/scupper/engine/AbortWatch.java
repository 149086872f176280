package io.scupper.engine;

import io.scupper.engine.AbortConditions.HealthCheck;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.model.Vitals;
import io.scupper.spi.AgentLink;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Sees to it that an armed fault does not take a subject further than the conditions allow. Used by one thread. */
final class AbortWatch {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String ADVICE =
            " What was withheld has been given back. Let the fault do less, by 'every', 'times' or"
                    + " 'maxHeld', or allow more by @AbortWhen or the system property %s.";

    private final AbortConditions conditions;
    private final AgentLink agent;
    private final Pace pace;
    private long lookedAt;
    private long wellAt;

    AbortWatch(AbortConditions conditions, AgentLink agent, Pace pace) {
        this.conditions = conditions;
        this.agent = agent;
        this.pace = pace;
        begin();
    }

    /** From now on the subject is expected to be well. */
    void begin() {
        wellAt = pace.nanos();
        lookedAt = wellAt - EVERY_NANOS;
    }

    /** Tells whether it is time to look again. */
    boolean isDue() {
        return pace.nanos() - lookedAt >= EVERY_NANOS;
    }

    /**
     * Looks.
     *
     * @param armed whether a fault is; otherwise the conditions do not hold yet, but a health that cannot be asked for is told
     * @throws ScupperException if a condition is exceeded, saying which, by how much, and where to allow more
     */
    void look(boolean armed) {
        lookedAt = pace.nanos();
        Vitals vitals = agent.vitals();
        if (armed) {
            requireRoom(vitals);
        }
        if (conditions.health() != HealthCheck.NONE) {
            requireHealth(armed);
        }
    }

    private void requireRoom(Vitals vitals) {
        require(
                "live heap after a collection",
                vitals.liveBytes(),
                vitals.maxBytes(),
                "the heap's greatest size (-Xmx)",
                conditions.heapShare(),
                "scupper.abort.heap");
        require(
                "resident memory",
                vitals.residentBytes(),
                vitals.limitBytes(),
                "the limit of its control group",
                conditions.memoryShare(),
                "scupper.abort.memory");
    }

    private static void require(String what, long is, long of, String whole, double allowed, String setting) {
        if (is < 0 || of <= 0 || is <= allowed * of) {
            return;
        }
        throw new ScupperException(String.format(
                        Locale.ROOT,
                        "Aborted: %s of the subject is %s, which is %.1f %% of the %s that are %s. Allowed are %s %%.",
                        what,
                        ByteSize.format(is),
                        100.0 * is / of,
                        ByteSize.format(of),
                        whole,
                        inPercent(allowed))
                + ADVICE.formatted(setting));
    }

    /** Writes a share with three digits at the most. */
    private static String inPercent(double share) {
        return BigDecimal.valueOf(100 * share)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void requireHealth(boolean armed) {
        String complaint = conditions.health().complaint();
        long now = pace.nanos();
        if (complaint.isEmpty()) {
            wellAt = now;
        } else if (!armed) {
            throw new ScupperException(
                    "The subject is not well, and no fault is armed: %s. Check the path of scupper.abort.health, or the subject."
                            .formatted(complaint));
        } else if (now - wellAt > conditions.unwellFor().toNanos()) {
            throw new ScupperException("Aborted: the subject has not been well for %s: %s. Allowed are %s."
                            .formatted(
                                    TimeSpan.format(Duration.ofNanos(now - wellAt)),
                                    complaint,
                                    TimeSpan.format(conditions.unwellFor()))
                    + ADVICE.formatted("scupper.abort.unwell"));
        }
    }
}
