package io.scupper.agent.fault;

import io.scupper.agent.jvm.Reach;

/** Makes effects from what is asked for; the names are those of {@code io.scupper.model.Effect.Kind}. */
final class Effects {

    private Effects() {}

    static Effect of(FaultRequest asked, Reach reach) {
        String argument = asked.argument;
        switch (asked.effect) {
            case "SKIP":
                return new Skip(reach, asked.strongly);
            case "DELAY":
                return Wait.delay(Long.parseLong(argument));
            case "PARK":
                return Wait.park(true);
            case "PARK_FIRMLY":
                return Wait.park(false);
            case "THROW":
                return new Throw(argument, reach);
            case "RETAIN":
                return new Retain(argument);
            default:
                throw new IllegalArgumentException("Effect is '" + asked.effect
                        + "', allowed are SKIP, DELAY, PARK, PARK_FIRMLY, THROW and RETAIN.");
        }
    }
}
