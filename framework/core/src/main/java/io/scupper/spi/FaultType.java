package io.scupper.spi;

import java.util.List;

/**
 * A kind of fault, found by {@link java.util.ServiceLoader}. It makes faults from parameters that a test wrote in words.
 * An annotation that carries {@link FaultId} reaches it, and so does {@code @Inject(id, …)}.
 */
public interface FaultType {

    /** Returns the id in kebab-case, for example {@code large-payload}. */
    String id();

    /** Returns the parameters that this type knows beside those of {@link Parameters#COMMON}. */
    List<Parameter> parameters();

    /**
     * Tells whether its faults, with nothing but the defaults, keep the subject from giving something back wherever it does so. Mutation
     * mode arms these one at a time under a user's leak tests, to see whether one of them notices.
     */
    default boolean suppresses() {
        return false;
    }

    /**
     * Makes a fault; validates every parameter, so that a wrong one fails before anything is started.
     *
     * @throws io.scupper.model.ScupperException that names the parameter, what was given and what is allowed
     */
    Fault create(Parameters parameters);
}
