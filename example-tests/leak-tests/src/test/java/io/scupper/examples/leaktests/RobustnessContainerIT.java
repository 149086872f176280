package io.scupper.examples.leaktests;

import static io.scupper.junit.HttpCalls.uniqueId;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.PortBinding;
import io.scupper.fault.AbandonedTasks;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** What a user is told when a leak test of a service in a container cannot be carried out. Alone, since what is refused must be so in good time. */
@Isolated
class RobustnessContainerIT {

    private static int takenPort;

    @AfterEach
    void noContainerAndNoNetworkIsLeft() {
        assertThat(containers()).isEmpty();
        assertThat(client().listNetworksCmd()
                        .withFilter("label", List.of("org.testcontainers.sessionId=" + DockerClientFactory.SESSION_ID))
                        .exec())
                .isEmpty();
    }

    @Test
    void serviceThatIsKilledMidRoundIsReportedAsDead() throws IOException {
        var broken = BrokenLeakTest.run(KilledTestCase.class);

        broken.says(
                Duration.ofSeconds(60),
                "orders-remedied.jar in eclipse-temurin:17-jre has ended with exit code 137 (killed from outside, or by an"
                        + " engine short of memory). It last printed:…orders (remedied) ready on port 8080…");
        assertThat(LeakyOrders.Launched.record(KilledTestCase.class, "ordersAreShown")
                        .path("error")
                        .asText())
                .isEqualTo(broken.error().getMessage());
    }

    @Test
    void wrongImageNameIsNamed() {
        BrokenLeakTest.run(WrongImageTestCase.class)
                .says(
                        Duration.ofSeconds(30),
                        "Image 'scupper-no-such-image:9.9'…is not there and could not be pulled: …. Build it,"
                                + " correct its name, or log in to its registry.");
    }

    @Test
    void serviceThatNeverGetsReadyIsGivenUp() {
        BrokenLeakTest.run(NeverReadyTestCase.class)
                .says(
                        Duration.ofSeconds(30),
                        "orders-remedied.jar in eclipse-temurin:17-jre was not ready within 5 s. Waited for GET"
                                + " http://…/no-such-path: the last answer had status 404. It last printed:…");
    }

    @Test
    void takenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0)) {
            takenPort = taken.getLocalPort();
            BrokenLeakTest.run(TakenPortTestCase.class)
                    .says(
                            Duration.ofSeconds(30),
                            "Container '…eclipse-temurin:17-jre' could not be started: …" + takenPort
                                    + "…. What it printed is in the log of Testcontainers.");
        }
    }

    private static List<Container> containers() {
        return client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("org.testcontainers.sessionId", DockerClientFactory.SESSION_ID))
                .exec();
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    @LeakTest(runtime = Where.CONTAINER, operations = 20)
    static class KilledTestCase {

        private static final AtomicInteger CALLS = new AtomicInteger();

        @SystemUnderTest
        static Sut orders = Orders.alone();

        @AbandonedTasks(how = AbandonedTasks.How.PARK, thread = "orders-worker")
        @ReturnsToBaseline
        void ordersAreShown(HttpCalls http) throws IOException {
            if (CALLS.incrementAndGet() == 30) {
                client().killContainerCmd(containers().get(0).getId()).exec();
            }
            http.get("/orders/{id}", uniqueId());
        }
    }

    @LeakTest
    static class WrongImageTestCase {

        @SystemUnderTest
        static Sut orders = Sut.container("scupper-no-such-image:9.9").http(8080);

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest(runtime = Where.CONTAINER)
    static class NeverReadyTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone().readyAt("/no-such-path").readyWithin("5s");

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class TakenPortTestCase {

        @SystemUnderTest
        static GenericContainer<?> orders = OrdersContainer.of("remedied")
                .withCreateContainerCmdModifier(command -> command.getHostConfig()
                        .withPortBindings(PortBinding.parse("127.0.0.1:" + takenPort + ":8080")));

        @ReturnsToBaseline
        void isNeverRun(HttpCalls http) {}
    }
}
