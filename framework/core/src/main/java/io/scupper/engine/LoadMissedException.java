package io.scupper.engine;

import io.scupper.model.ScupperException;
import org.jspecify.annotations.Nullable;

/** Says that the operations of a round did not land. */
final class LoadMissedException extends ScupperException {

    private static final long serialVersionUID = 1L;

    LoadMissedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
