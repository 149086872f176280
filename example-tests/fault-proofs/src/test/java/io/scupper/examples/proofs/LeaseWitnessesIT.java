package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.control.Activation;
import io.scupper.examples.proofs.subject.Borrower;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Origin;
import io.scupper.runtime.ForkedJvmRuntime;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectSpec;
import io.scupper.spi.Weaving;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import io.scupper.witness.Witnesses;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who took the leases that stay out, of each library whose pools are watched. */
class LeaseWitnessesIT {

    private static final String BORROWER = Borrower.class.getName();
    private static final int REQUESTS = 10;

    private @Nullable RunningSubject subject;

    @AfterEach
    void end() {
        if (subject != null) {
            subject.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apache, leases:Apache HttpClient 5, ''",
        "okhttp, leases:OkHttp, ''",
        "jdk, leases:JDK HttpClient, ''",
        "okhttp, leases:OkHttp, okhttp4.jar",
        "hikari, leases:HikariCP, ''"
    })
    void leasesThatAreKeptAreToldFromWhoTookThem(String library, String witness, String older) throws IOException {
        RunningSubject running = start(library, older);
        running.agent().witness(Witnesses.LEASES);

        work(running);

        running.agent().collect();
        assertThat(running.agent().origins().keySet())
                .containsExactlyElementsOf(
                        Witnesses.LEASES.stream().map(each -> each.id()).toList());
        List<Origin> origins = running.agent().origins().get(witness);
        assertThat(from("keep", origins)).isEqualTo(List.of(REQUESTS, REQUESTS));
        assertThat(from("giveBack", origins)).isEqualTo(List.of(0, REQUESTS));
        assertThat(origins).hasSize(2);
    }

    @Test
    void leasesOfAnAsynchronousClientWhoseReleaseAFaultLeavesOutStay() throws IOException {
        RunningSubject running = start("apache-async", "");
        var release = JoinPoint.of("Apache HttpClient 5", "org.apache.hc.core5.pool.StrictConnPool", "release", 2);
        running.agent().weave(new Weaving("f", List.of(release), Effect.skip(), Activation.ALWAYS, 3));
        running.agent().witness(Witnesses.LEASES);
        running.agent().arm("f");

        work(running);

        // The response is there a moment before its connection is given back.
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            List<Origin> origins = running.agent().origins().get("leases:Apache HttpClient 5");
            assertThat(origins.stream().mapToLong(Origin::stayed).sum()).isEqualTo(3);
            assertThat(origins.stream().mapToLong(Origin::seen).sum()).isEqualTo(2 * REQUESTS);
        });
    }

    private static void work(RunningSubject running) throws IOException {
        RawClient client = RawClient.of(running.http().orElseThrow());
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(client.send(RawRequest.of("GET", "/work")).status()).isEqualTo(200);
        }
    }

    /** Returns how many stayed, and how many came, from a method of the borrower's. */
    private static List<Integer> from(String method, List<Origin> origins) {
        List<Origin> its = origins.stream()
                .filter(origin -> origin.frames().stream().anyMatch(frame -> frame.startsWith(BORROWER + "." + method)))
                .toList();
        return List.of((int) its.stream().mapToLong(Origin::stayed).sum(), (int)
                its.stream().mapToLong(Origin::seen).sum());
    }

    private RunningSubject start(String library, String older) {
        List<String> options = older.isEmpty()
                ? List.of()
                : List.of(
                        "-cp", System.getProperty(older) + File.pathSeparator + System.getProperty("java.class.path"));
        subject = new ForkedJvmRuntime()
                .start(new SubjectSpec(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BORROWER),
                        List.of(library),
                        Map.of(),
                        options,
                        8080,
                        "SERVER_PORT",
                        false,
                        "/",
                        Duration.ofSeconds(60),
                        List.of()));
        return subject;
    }
}
