package io.scupper.ext.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.scupper.model.ScupperException;
import io.scupper.runtime.ProcessFiles;
import io.scupper.runtime.Teardown;
import io.scupper.spi.Deadline;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.core.CreateContainerCmdModifier;

/**
 * A container that was started here and runs until it is closed.
 *
 * <p>It is driven through the engine's client and not as a {@code GenericContainer}: that one removes a container which
 * dies while it starts, together with its output, looks at it once a second, waits 5 s for the ports of a dead one, and
 * keeps silent when the engine fails to remove it. Its labels, settings and the reaper are Testcontainers' all the same.
 */
final class LiveContainer implements AutoCloseable {

    private static final Duration PORTS_WITHIN = Duration.ofSeconds(10);

    private final Engine engine;
    private final String id;
    private final Vitals vitals;

    private LiveContainer(Engine engine, String id, String name) {
        this.engine = engine;
        this.id = id;
        this.vitals = new Vitals(engine, name, id);
    }

    /**
     * Creates and starts a container. What runs in it may not be ready yet.
     *
     * @throws ScupperException if the engine refuses; nothing is left then
     */
    static LiveContainer start(Engine engine, ContainerPlan plan) {
        // Named here, so that it is found and removed even if the engine's answer never arrives. The name of a
        // container stands for its id in every call.
        var container = new LiveContainer(engine, "scupper-" + UUID.randomUUID(), plan.name());
        try {
            container.create(plan);
            FileCopies.copy(engine, container.id, plan.files());
            engine.client().startContainerCmd(container.id).exec();
            return container;
        } catch (RuntimeException e) {
            var failure = new ScupperException(
                    "%s could not be started from image '%s': %s."
                            .formatted(plan.name(), plan.image().resolved(), Causes.deepest(e)),
                    e);
            var teardown = new Teardown();
            teardown.add(container::close);
            teardown.closeBecauseOf(failure);
            throw failure;
        }
    }

    Vitals vitals() {
        return vitals;
    }

    /**
     * Returns where the test reaches a port of it.
     *
     * @throws ScupperException if it has ended, or if the engine has not published the port within 10 s
     */
    InetSocketAddress address(int port) {
        Deadline deadline = Deadline.in(PORTS_WITHIN);
        while (!deadline.isOver()) {
            for (Ports.Binding binding : bindings(port)) {
                String published = binding.getHostPortSpec();
                if (published != null) {
                    return new InetSocketAddress(engine.host(), Integer.parseInt(published));
                }
            }
            vitals.requireAliveNow();
            deadline.pause("port " + port + " of " + vitals.name());
        }
        throw new ScupperException(
                "The engine did not publish port %d of %s.%s".formatted(port, vitals.name(), vitals.lastLines()));
    }

    /**
     * Returns what this machine tells of its first process; nothing where the engine runs elsewhere, as in a virtual machine, and
     * the process of that number is not the container's.
     */
    ProcessView process() {
        InspectContainerResponse inspected =
                engine.client().inspectContainerCmd(id).exec();
        Long pid = inspected.getState().getPidLong();
        boolean isHere = pid != null && pid > 0 && engine.isLocal() && isOfThis(pid, inspected.getId());
        return isHere ? ProcessFiles.of(pid) : ProcessView.NONE;
    }

    /** The engine mounts files of the container's own folder, which has its full id for a name. */
    private static boolean isOfThis(long pid, String containerId) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "mountinfo"))
                    .contains(containerId);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns its addresses on a network, as numbers; none if it is not on it. */
    Set<String> hosts(PrivateNetwork network) {
        ContainerNetwork joined = engine.client()
                .inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .get(network.name());
        return joined == null
                ? Set.of()
                : Stream.of(joined.getIpAddress(), joined.getGlobalIPv6Address())
                        .filter(address -> address != null && !address.isBlank())
                        .collect(Collectors.toSet());
    }

    /**
     * Kills and removes it, with its volumes.
     *
     * @throws ScupperException if the engine does not; it may run on then
     */
    @Override
    public void close() {
        try {
            engine.client()
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            // Somebody else has cleaned up; it is gone, which is what was wanted.
        } catch (RuntimeException e) {
            throw new ScupperException(
                    "Container %s (%s) could not be removed: %s. Remove it with 'docker rm --force --volumes'."
                            .formatted(id, vitals.name(), Causes.deepest(e)),
                    e);
        }
    }

    private void create(ContainerPlan plan) {
        CreateContainerCmd command = engine.client()
                .createContainerCmd(plan.image().resolved())
                .withName(id)
                .withLabels(Labels.all())
                .withEnv(plan.environment().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        List<ExposedPort> ports = plan.ports().stream().map(ExposedPort::tcp).toList();
        HostConfig host = HostConfig.newHostConfig()
                .withPortBindings(ports.stream()
                        .map(port -> new PortBinding(anyPort(), port))
                        .toList());
        plan.membership().ifPresent(member -> {
            host.withNetworkMode(member.network().name());
            command.withAliases(member.alias());
        });
        command.withExposedPorts(ports).withHostConfig(host);
        if (!plan.command().isEmpty()) {
            command.withCmd(plan.command());
        }
        customized(command).exec();
    }

    /** A free port, which only this machine can reach if that is where the engine publishes it. */
    private Ports.Binding anyPort() {
        return engine.isLocal() ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty();
    }

    /** What users of Testcontainers make their containers alike by, such as a bound on memory, holds for ours too. */
    private static CreateContainerCmd customized(CreateContainerCmd command) {
        CreateContainerCmd customized = command;
        for (var modifier : ServiceLoader.load(CreateContainerCmdModifier.class)) {
            customized = modifier.modify(customized);
        }
        return customized;
    }

    private List<Ports.Binding> bindings(int port) {
        Map<ExposedPort, Ports.Binding[]> all = engine.client()
                .inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings();
        Ports.Binding[] published = all.get(ExposedPort.tcp(port));
        return published == null ? List.of() : List.of(published);
    }
}
