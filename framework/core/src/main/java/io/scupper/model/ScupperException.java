package io.scupper.model;

import org.jspecify.annotations.Nullable;

/**
 * Says that a leak test could not be carried out: a fault that never fired, a load that missed, a subject that died, a
 * wrong setting. Never a verdict. The message is complete by itself: what was given, what is allowed, what to do.
 */
public class ScupperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScupperException(String message) {
        super(message);
    }

    public ScupperException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
