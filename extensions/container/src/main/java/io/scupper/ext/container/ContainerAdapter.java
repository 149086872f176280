package io.scupper.ext.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import io.scupper.model.ScupperException;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.Teardown;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectAdapter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/**
 * Makes a subject of a Testcontainers container that a test already has. Keeps nothing to itself: what {@link #adopt} must
 * know of {@link #prepare} stands in the container's own environment.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ContainerAdapter implements SubjectAdapter {

    private static final int READABLE = 0444;
    private static final Duration AGENT_WITHIN = Duration.ofSeconds(30);

    @Override
    public boolean accepts(Object held) {
        return held instanceof GenericContainer<?>;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException also if it is reusable, or its image cannot be had
     */
    @Override
    public void prepare(Object held) {
        var container = (GenericContainer<?>) held;
        if (container.isRunning()) {
            throw tooLate(container);
        }
        if (container.isShouldBeReused()) {
            throw new ScupperException(
                    "Container '%s' is to be reused by later builds, and a leak test needs a JVM of its own: leave withReuse(true) out."
                            .formatted(container.getDockerImageName()));
        }
        if (token(container).isPresent()) {
            return;
        }
        Engine engine = Engine.require();
        String image = image(container);
        String existing = container.getEnvMap().get(ToolOptions.VARIABLE);
        if (existing == null) {
            existing = Image.toolOptions(engine, image);
        }
        AgentOptions options = AgentPlug.newOptions();
        List<String> added = List.of(AgentPlug.jvmOption(options), JavaCommand.CLEAR_SOFT_REFERENCES);
        container.addEnv(ToolOptions.VARIABLE, ToolOptions.merged(existing, added));
        container.withCreateContainerCmdModifier(ContainerAdapter::publishAgent);
        container.withCopyFileToContainer(MountableFile.forHostPath(AgentPlug.jar(), READABLE), AgentPlug.FILE);
    }

    /**
     * {@inheritDoc} It is ready when Testcontainers takes it to be.
     *
     * @throws ScupperException if it runs without the agent, does not start, or has no port {@code httpPort}; what was
     *     started here is stopped then
     */
    @Override
    public RunningSubject adopt(Object held, int httpPort) {
        var container = (GenericContainer<?>) held;
        var teardown = new Teardown();
        try {
            if (!container.isRunning()) {
                prepare(container);
                expose(container, httpPort);
                teardown.add(container::stop);
                start(container);
                RunningSubject subject = subject(container, httpPort, teardown);
                // Again, and first: a JVM that hangs does not answer its agent.
                teardown.add(container::stop);
                return subject;
            }
            return subject(container, httpPort, teardown);
        } catch (RuntimeException | Error e) {
            teardown.closeBecauseOf(e);
            throw e;
        }
    }

    /**
     * Publishes the agent's port, unknown to Testcontainers: of the ports that it knows, a wait strategy that names none
     * takes any for the service's own.
     */
    private static void publishAgent(CreateContainerCmd command) {
        ExposedPort agent = ExposedPort.tcp(AgentPlug.PORT);
        ExposedPort[] exposed = command.getExposedPorts();
        command.withExposedPorts(Stream.concat(Stream.ofNullable(exposed).flatMap(Arrays::stream), Stream.of(agent))
                .toList());
        HostConfig host = command.getHostConfig() == null ? HostConfig.newHostConfig() : command.getHostConfig();
        Ports bindings = host.getPortBindings() == null ? new Ports() : host.getPortBindings();
        bindings.bind(agent, Ports.Binding.empty());
        command.withHostConfig(host.withPortBindings(bindings));
    }

    private static RunningSubject subject(GenericContainer<?> container, int httpPort, Teardown teardown) {
        String token = token(container).orElseThrow(() -> tooLate(container));
        Optional<URI> http = http(container, httpPort);
        String image = container.getDockerImageName();
        var vitals = new Vitals(Engine.require(), image, container.getContainerId());
        AgentLink agent =
                AgentPlug.connect(vitals, address(container, AgentPlug.PORT), token, Deadline.in(AGENT_WITHIN));
        teardown.add(agent::close);
        return new ContainerSubject(image, vitals, http, agent, List.of(), List.of(), teardown);
    }

    private static void start(GenericContainer<?> container) {
        try {
            container.start();
        } catch (ContainerLaunchException | ContainerFetchException e) {
            throw new ScupperException(
                    "Container '%s' could not be started: %s. What it printed is in the log of Testcontainers."
                            .formatted(container.getDockerImageName(), Causes.deepest(e)),
                    e);
        }
    }

    private static void expose(GenericContainer<?> container, int httpPort) {
        if (httpPort > 0 && !container.getExposedPorts().contains(httpPort)) {
            container.addExposedPorts(httpPort);
        }
    }

    private static Optional<URI> http(GenericContainer<?> container, int httpPort) {
        List<Integer> ports = container.getExposedPorts();
        if (httpPort > 0 && !ports.contains(httpPort)) {
            throw new ScupperException("Container '%s' does not expose port %d, only %s: add withExposedPorts(%d)."
                    .formatted(container.getDockerImageName(), httpPort, ports, httpPort));
        }
        Optional<Integer> port =
                httpPort > 0 ? Optional.of(httpPort) : ports.stream().findFirst();
        return port.map(exposed -> ContainerRuntime.uri(address(container, exposed)));
    }

    private static InetSocketAddress address(GenericContainer<?> container, int port) {
        return new InetSocketAddress(container.getHost(), container.getMappedPort(port));
    }

    private static Optional<String> token(GenericContainer<?> container) {
        return AgentPlug.tokenIn(container.getEnvMap().getOrDefault(ToolOptions.VARIABLE, ""));
    }

    private static String image(GenericContainer<?> container) {
        try {
            return container.getDockerImageName();
        } catch (ContainerFetchException e) {
            throw new ScupperException(
                    "The image of a container could not be had: %s.".formatted(Causes.deepest(e)), e);
        }
    }

    private static ScupperException tooLate(GenericContainer<?> container) {
        return new ScupperException(
                "Container '%s' already runs, too late for the agent to get in: put @LeakTest above @Testcontainers, or do not start it yourself."
                        .formatted(container.getDockerImageName()));
    }
}
