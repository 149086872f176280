package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A JVM that somebody else has started with the agent. */
class AttachedAgentIT {

    private static final URI HTTP = URI.create("http://127.0.0.1:1");

    @Test
    void itIsReadAndLeftRunningForTheNext() {
        try (SubjectProcess subject = SubjectProcess.start()) {
            var attached = new AttachedAgent("127.0.0.1", subject.port(), subject.options.token());
            for (int turn = 0; turn < 2; turn++) {
                try (AgentLink agent = attached.connect(HTTP, ProcessView.NONE)) {
                    assertThat(agent.collect().heap().liveBytes()).isPositive();
                    assertThat(agent.peek().descriptors()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void whereNobodyListensTheWayToItIsAskedFor() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        assertThatThrownBy(() -> new AttachedAgent("127.0.0.1", port, "any").connect(HTTP, ProcessView.NONE))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith(
                        "No agent answered at 127.0.0.1:" + port + " within 5 s (java.net.ConnectException")
                .hasMessageContaining("Is the port forwarded");
    }

    @Test
    void wrongTokenIsRefusedAtOnce() {
        try (SubjectProcess subject = SubjectProcess.start()) {
            var guess = new AttachedAgent("127.0.0.1", subject.port(), "guess");

            assertThatThrownBy(() -> guess.connect(HTTP, ProcessView.NONE))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("refused: The token is wrong");
        }
    }

    @Test
    void secondShardIsToldThatTheAgentServesOneAtATime() {
        try (SubjectProcess subject = SubjectProcess.start();
                RemoteAgent first = subject.connect()) {
            var attached = new AttachedAgent("127.0.0.1", subject.port(), subject.options.token());

            assertThatThrownBy(() -> attached.connect(HTTP, ProcessView.NONE))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("An agent serves one at a time: shards need a subject each.");
            assertThat(first.peek().threads()).isNotEmpty();
        }
    }
}
