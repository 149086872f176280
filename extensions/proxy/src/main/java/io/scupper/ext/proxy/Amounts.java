package io.scupper.ext.proxy;

import io.scupper.model.ByteSize;
import io.scupper.model.TimeSpan;
import io.scupper.spi.Wire.Disturbance;
import java.util.Map;

/** The amounts of one disturbance, each within its range. */
record Amounts(WireFaultType type, Map<String, Long> values) {

    /** Returns an amount of a disturbance, or its default. */
    static long of(Disturbance disturbance, Amount amount, String fault) {
        Long given = disturbance.amounts().get(amount.name());
        return given == null ? fallback(amount) : amount.checked(given, fault);
    }

    long of(String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(type.id() + " has no amount '" + name + "'");
        }
        return value;
    }

    /** Returns a duration in nanoseconds. */
    long nanos(String name) {
        return of(name) * 1_000_000;
    }

    /** Refuses an amount that does not fit the others unless {@code holds}. */
    void require(boolean holds, String name, String allowed) {
        if (!holds) {
            Amount amount = type.amounts().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            throw amount.refused(type.id(), amount.unit().written(of(name)), allowed);
        }
    }

    private static long fallback(Amount amount) {
        String words = amount.fallback();
        return switch (amount.unit()) {
            case MILLIS -> TimeSpan.parse(amount.name(), words).toMillis();
            case BYTES -> ByteSize.parse(amount.name(), words).bytes();
            case NUMBER -> Long.parseLong(words);
        };
    }
}
