package io.scupper.examples.leaktests;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The orders service as a Testcontainers test has it that knows nothing of leaks. */
final class OrdersContainer {

    private OrdersContainer() {}

    static GenericContainer<?> of(String build) {
        return new GenericContainer<>(DockerImageName.parse("eclipse-temurin:17-jre"))
                .withCopyFileToContainer(MountableFile.forHostPath(Orders.jar(build)), "/orders.jar")
                .withCommand("java", "-jar", "/orders.jar")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/health"));
    }
}
