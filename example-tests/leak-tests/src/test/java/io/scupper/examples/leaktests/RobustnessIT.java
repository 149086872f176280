package io.scupper.examples.leaktests;

import static io.scupper.junit.HttpCalls.uniqueId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.fault.AbandonedTasks;
import io.scupper.fault.Faults;
import io.scupper.fault.Inject;
import io.scupper.fault.LargePayload;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakExperiment;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import io.scupper.model.Phase;
import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import io.scupper.spi.RunListener;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a user is told when a leak test of a service in a JVM of its own cannot be carried out. Alone, since it ends subjects by their command lines. */
@Isolated
class RobustnessIT {

    private static int takenPort;

    @Test
    void serviceThatDiesMidRoundIsReportedAsDead() throws IOException {
        var broken = BrokenLeakTest.run(DyingTestCase.class);

        broken.says(
                Duration.ofSeconds(30),
                "orders-remedied.jar has ended with exit code 137. It last printed:…orders (remedied) ready on port …");
        var record = LeakyOrders.Launched.record(DyingTestCase.class, "ordersAreShown");
        assertThat(record.path("verdict").asText()).isEqualTo("ERROR");
        assertThat(record.path("error").asText()).isEqualTo(broken.error().getMessage());
    }

    @Test
    void serviceThatDiesUnderAFaultIsReportedAsDead() {
        try (Sut.Started orders = Orders.alone().start(Where.FORKED)) {
            var experiment = LeakExperiment.on(orders)
                    .inject(Faults.largePayload("POST /orders", "64KiB"))
                    .operations(10)
                    .listener(new RunListener() {
                        @Override
                        public void roundStarted(Phase phase, int round, long operations) {
                            if (phase == Phase.ARMED && round == 2) {
                                kill();
                            }
                        }
                    });

            assertThatThrownBy(experiment::run)
                    .isInstanceOf(ScupperException.class)
                    .hasMessageStartingWith("orders-remedied.jar has ended with exit code 137.");
        }
    }

    @Test
    void serviceThatNeverGetsReadyIsGivenUp() {
        BrokenLeakTest.run(NeverReadyTestCase.class)
                .says(
                        Duration.ofSeconds(15),
                        "orders-remedied.jar was not ready within 3 s: GET http://127.0.0.1:…/no-such-path:"
                                + " the last answer had status 404. It last printed:…");
    }

    @Test
    void takenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0)) {
            takenPort = taken.getLocalPort();
            BrokenLeakTest.run(TakenPortTestCase.class)
                    .says(
                            Duration.ofSeconds(5),
                            "Port " + takenPort + " is taken, and orders-remedied.jar is said to need exactly that one."
                                    + " End what listens there, or let it be told a free port through a setting.");
        }
    }

    @Test
    void negativeSizeIsRefusedBeforeAnythingStarts() {
        BrokenLeakTest.run(NegativeSizeTestCase.class)
                .says(
                        Duration.ofSeconds(2),
                        "NegativeSizeTestCase.largeOrdersAreNotKept: Parameter 'size' of fault 'large-payload' is"
                                + " '-3MB', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB or"
                                + " GiB, for example '64KiB' or '16MiB'.");
    }

    @Test
    void unknownFaultIsRefusedBeforeAnythingStarts() {
        String message = "There is no fault 'unclosed-respons'. Did you mean 'unclosed-response'? Known are: "
                + Faults.types().stream().map(FaultType::id).collect(Collectors.joining(", ", "", "."));

        BrokenLeakTest.run(UnknownFaultTestCase.class)
                .says(Duration.ofSeconds(2), "UnknownFaultTestCase.pricesAreReadAndClosed: " + message);
        assertThatThrownBy(() -> Faults.create(Faults.of("unclosed-respons"))).hasMessage(message);
    }

    private static void kill() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("orders-remedied.jar"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @LeakTest(operations = 20)
    static class DyingTestCase {

        private static final AtomicInteger CALLS = new AtomicInteger();

        @SystemUnderTest
        static Sut orders = Orders.alone();

        @AbandonedTasks(how = AbandonedTasks.How.PARK, thread = "orders-worker")
        @ReturnsToBaseline
        void ordersAreShown(HttpCalls http) throws IOException {
            if (CALLS.incrementAndGet() == 30) {
                kill();
            }
            http.get("/orders/{id}", uniqueId());
        }
    }

    @LeakTest
    static class NeverReadyTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone().readyAt("/no-such-path").readyWithin("3s");

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class TakenPortTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone().http(takenPort).fixedPort();

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class NegativeSizeTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone();

        @LargePayload(to = "POST /orders", size = "-3MB")
        @ReturnsToBaseline
        void largeOrdersAreNotKept() {}
    }

    @LeakTest
    static class UnknownFaultTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone();

        @Inject("unclosed-respons")
        @ReturnsToBaseline
        void pricesAreReadAndClosed() {}
    }
}
