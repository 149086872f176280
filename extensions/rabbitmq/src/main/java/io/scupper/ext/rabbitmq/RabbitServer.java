package io.scupper.ext.rabbitmq;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Probe;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ beside the subject, as a container beside a container; there is no other form of it. The subject is told where
 * it is by a setting, and reaches it without a proxy; the test asks its management API. Its user is {@code guest}. Each
 * method that configures returns a copy.
 *
 * <pre>{@code
 * static final RabbitServer broker = RabbitServer.create().setting("ORDERS_BROKER");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RabbitServer implements Companion {

    private static final int AMQP = 5672;
    private static final int MANAGEMENT = 15672;

    /**
     * The management API is part of every RabbitMQ and off in the smallest image; what is counted there is read from the
     * queues themselves, and not from statistics that are seconds old.
     */
    private static final List<String> COMMAND = List.of(
            "sh",
            "-c",
            "echo '[rabbitmq_management].' >/etc/rabbitmq/enabled_plugins && exec docker-entrypoint.sh rabbitmq-server");

    private final String name;
    private final String image;
    private final String setting;

    @Nullable
    private volatile Management management;

    private RabbitServer(String name, String image, String setting) {
        this.name = name;
        this.image = image;
        this.setting = setting;
    }

    /** Makes a RabbitMQ named {@code rabbitmq}, of the image {@code rabbitmq:3.13-alpine}, announced as {@code AMQP_URL}. */
    public static RabbitServer create() {
        return new RabbitServer(QueuesProbe.NAME, "rabbitmq:3.13-alpine", "AMQP_URL");
    }

    /** Sets the image it runs from; it must have the habits of the official one. */
    public RabbitServer image(String image) {
        return new RabbitServer(name, image, setting);
    }

    /**
     * Sets its name, which is its host name among containers too.
     *
     * @throws ScupperException if that is not made of letters, digits and hyphens
     */
    public RabbitServer name(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new ScupperException(
                    "The name of a RabbitMQ is '%s'. Allowed are letters, digits and hyphens, a letter or digit first."
                            .formatted(name));
        }
        return new RabbitServer(name, image, setting);
    }

    /** Sets which setting of the subject tells it where the broker is; its value is {@code amqp://guest:guest@<host>:5672}. */
    public RabbitServer setting(String setting) {
        return new RabbitServer(name, image, setting);
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} That is the management API's, for it is what the test reaches; the subject is told the broker's own. */
    @Override
    public int port() {
        return MANAGEMENT;
    }

    @Override
    public ContainerForm container() {
        return new ContainerForm(image, COMMAND, List.of(MANAGEMENT, AMQP), Map.of());
    }

    @Override
    public LocalServer startLocally() {
        throw new ScupperException(
                "RabbitMQ '%s' runs as a container only, beside a subject in a container: choose 'runtime = Where.CONTAINER' for this test."
                        .formatted(name));
    }

    @Override
    public boolean proxied() {
        return false;
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of(setting, "amqp://guest:guest@" + host + ":" + AMQP);
    }

    /**
     * Waits until the broker takes connections, for 60 s at the most.
     *
     * @throws ScupperException if it does not
     */
    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {
        var asked = new Management(name, direct);
        asked.awaitListener(AMQP);
        management = asked;
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if it does not run
     */
    @Override
    public List<Probe> probes() {
        Management now = management;
        if (now == null) {
            throw new ScupperException(
                    "RabbitMQ '%s' does not run: it does while the subject does, and this very object must be among the subject's companions."
                            .formatted(name));
        }
        return List.of(new QueuesProbe(name, now));
    }

    @Override
    public void stopping() {
        management = null;
    }
}
