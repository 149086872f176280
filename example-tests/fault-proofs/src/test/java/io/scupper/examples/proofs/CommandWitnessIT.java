package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.Confirmations;
import io.scupper.ext.redis.RedisServer;
import io.scupper.model.Origin;
import io.scupper.runtime.ForkedJvmRuntime;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectSpec;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import io.scupper.witness.Witnesses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks Redis, with each client whose commands are seen. */
class CommandWitnessIT {

    private static final int REQUESTS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void commandsAreToldFromTheMethodThatSendsThem(String client) throws IOException {
        try (RunningSubject running = start(client)) {
            running.agent().witness(List.of(Witnesses.COMMANDS));

            RawClient http = RawClient.of(running.http().orElseThrow());
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(http.send(RawRequest.of("GET", "/work")).status()).isEqualTo(200);
            }

            List<Origin> origins = running.agent().origins().get(Witnesses.COMMANDS.id());
            assertThat(origins).singleElement().satisfies(origin -> {
                assertThat(origin.seen()).isEqualTo(REQUESTS);
                assertThat(origin.frames())
                        .anyMatch(frame -> frame.startsWith(Confirmations.class.getName() + ".lambda$" + client));
            });
        }
    }

    private static RunningSubject start(String client) {
        return new ForkedJvmRuntime()
                .start(new SubjectSpec(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Confirmations.class.getName()),
                        List.of(client, "remedied"),
                        Map.of(),
                        List.of(),
                        8080,
                        "SERVER_PORT",
                        false,
                        "/",
                        Duration.ofSeconds(60),
                        List.of(RedisServer.create())));
    }
}
