package io.scupper.fault;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;

/** Holds parameters to what their type allows beyond what {@link Parameters} itself can check. */
record Allowed(FaultType type, Parameters parameters) {

    /** Refuses a parameter unless {@code holds}, in the words of {@link Parameters}. */
    void require(String name, boolean holds) {
        if (!holds) {
            throw refused(name);
        }
    }

    /** Returns a whole number between bounds. */
    int whole(String name, int least, int most) {
        long value = parameters.whole(name, least);
        require(name, value <= most);
        return (int) value;
    }

    /** Returns {@code maxHeld}. */
    int maxHeld() {
        return whole("maxHeld", 1, Integer.MAX_VALUE);
    }

    ScupperException refused(String name) {
        String allowed = type.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::allowed)
                .findFirst()
                .orElse("less");
        return new ScupperException("Parameter '%s' of fault '%s' is '%s'. Allowed is %s."
                .formatted(name, type.id(), parameters.textOrEmpty(name), allowed));
    }
}
