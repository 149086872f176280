package io.scupper.junit;

import io.scupper.spi.RuntimeKind;
import java.util.Optional;
import org.apiguardian.api.API;

/** Where the system under test runs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Where {
    /** In a container if it is an image, in a JVM of its own otherwise. */
    AUTO(Optional.empty()),
    CONTAINER(Optional.of(RuntimeKind.CONTAINER)),
    FORKED(Optional.of(RuntimeKind.FORKED)),
    IN_PROCESS(Optional.of(RuntimeKind.IN_PROCESS));

    private final Optional<RuntimeKind> kind;

    Where(Optional<RuntimeKind> kind) {
        this.kind = kind;
    }

    Optional<RuntimeKind> kind() {
        return kind;
    }
}
