package io.scupper.spi;

import io.scupper.model.ScupperException;

/** Holds parameters to what their type allows beyond what {@link Parameters} itself can check. */
public record ParameterChecks(FaultType type, Parameters parameters) {

    /**
     * Refuses a parameter unless {@code holds}.
     *
     * @throws ScupperException that says what was given and, in the words of its {@link Parameter}, what is allowed
     */
    public void require(String name, boolean holds) {
        if (!holds) {
            String allowed = type.parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::allowed)
                    .findFirst()
                    .orElse("less");
            throw new ScupperException("Parameter '%s' of fault '%s' is '%s'. Allowed is %s."
                    .formatted(name, type.id(), parameters.textOrEmpty(name), allowed));
        }
    }

    /** Returns a whole number between bounds. */
    public int whole(String name, int least, int most) {
        long value = parameters.whole(name, least);
        require(name, value <= most);
        return (int) value;
    }

    /**
     * Refuses an activation: what stands all the while it is armed has no matches that could be counted, and to ignore what
     * was asked for would be worse.
     */
    public void requireNoActivation() {
        parameters.activation();
        boolean always = Double.parseDouble(parameters.text("probability")) == 1
                && parameters.whole("every", 1) == 1
                && parameters.whole("after", 0) == 0
                && parameters.whole("times", 0) == 0;
        if (!always) {
            throw new ScupperException(
                    "Fault '%s' stands all the while it is armed: leave 'probability', 'every', 'after' and 'times' out."
                            .formatted(type.id()));
        }
    }
}
