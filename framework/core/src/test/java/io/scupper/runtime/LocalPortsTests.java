package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortsTests {

    @Test
    void aSubjectWithoutServerGetsNoPort() {
        assertThat(LocalPorts.forHttp(Spec.main(TinyServer.class).build())).isEmpty();
    }

    @Test
    void aFreePortIsNotTheOneOfTheContainer() {
        assertThat(LocalPorts.forHttp(Spec.main(TinyServer.class).http().build())
                        .getAsInt())
                .isNotIn(0, 8080);
    }

    @Test
    void aFixedPortThatIsTakenIsRefused() throws IOException {
        try (var taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            var spec = Spec.main(TinyServer.class).fixedPort(port).build();

            assertThatThrownBy(() -> LocalPorts.forHttp(spec))
                    .isInstanceOf(ScupperException.class)
                    .hasMessage(
                            "Port %d is taken, and %s is said to need exactly that one. End what listens there,"
                                    + " or let it be told a free port through a setting.",
                            port, TinyServer.class.getName());
        }
    }
}
