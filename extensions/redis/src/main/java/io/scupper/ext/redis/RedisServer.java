package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Meter;
import io.scupper.spi.Probe;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Redis beside the subject: a container beside a container, otherwise a process of this machine. The subject reaches it
 * through a proxy, and is told where by a setting; the test reaches it directly, by {@link #address} and
 * {@link #connect}, while the subject runs. Each method that configures returns a copy.
 *
 * <pre>{@code
 * static final RedisServer redis = RedisServer.create().setting("ORDERS_REDIS_URL");
 * }</pre>
 */
public final class RedisServer implements Companion {

    private static final int PORT = 6379;

    /** A server whose data nobody keeps: without it Redis forks now and then to write what nobody reads. */
    private static final List<String> NO_FILES = List.of("--save", "", "--appendonly", "no");

    private final String name;
    private final String image;
    private final List<String> arguments;
    private final String setting;

    @Nullable
    private volatile Running running;

    private RedisServer(String name, String image, List<String> arguments, String setting) {
        this.name = name;
        this.image = image;
        this.arguments = List.copyOf(arguments);
        this.setting = setting;
    }

    /** Makes a Redis named {@code redis}, of the image {@code redis:7-alpine}, announced as {@code REDIS_URL}. */
    public static RedisServer create() {
        return new RedisServer(RedisClientsProbe.NAME, "redis:7-alpine", List.of(), "REDIS_URL");
    }

    /** Sets the image it runs from as a container; its entry point must take flags of {@code redis-server}. */
    public RedisServer image(String image) {
        return new RedisServer(name, image, arguments, setting);
    }

    /**
     * Sets its name, which is its host name among containers too.
     *
     * @throws ScupperException if that is not made of letters, digits and hyphens
     */
    public RedisServer name(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new ScupperException(
                    "The name of a Redis is '%s'. Allowed are letters, digits and hyphens, a letter or".formatted(name)
                            + " digit first.");
        }
        return new RedisServer(name, image, arguments, setting);
    }

    /**
     * Sets flags of {@code redis-server}, written as on its command line: {@code "--maxmemory 64mb"}. Blanks part words;
     * {@code ""} is an empty word.
     */
    public RedisServer arguments(String... arguments) {
        List<String> words = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.strip().split("\\s+")))
                .map(word -> word.equals("\"\"") ? "" : word)
                .toList();
        return new RedisServer(name, image, words, setting);
    }

    /** Sets which setting of the subject tells it where Redis is; its value is {@code redis://<host>:<port>}. */
    public RedisServer setting(String setting) {
        return new RedisServer(name, image, arguments, setting);
    }

    /**
     * Returns where the test reaches it, past the proxy.
     *
     * @throws ScupperException if it does not run
     */
    public InetSocketAddress address() {
        return running().direct;
    }

    /** Returns the host of {@link #address}. */
    public String host() {
        return address().getHostString();
    }

    /** Returns {@link #address} as a client takes it: {@code redis://<host>:<port>}. */
    public String url() {
        return url(host(), address().getPort());
    }

    /** Returns a connection of the test's own, past the proxy and not counted by the probe; the caller closes it. */
    public RedisConnection connect() {
        return new RedisConnection(address(), "test");
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} That is 6379, whatever the port of {@link #address} is. */
    @Override
    public int port() {
        return PORT;
    }

    @Override
    public ContainerForm container() {
        return new ContainerForm(image, flags(), List.of(PORT), Map.of());
    }

    @Override
    public LocalServer startLocally() {
        return LocalRedis.start(flags());
    }

    @Override
    public boolean proxied() {
        return true;
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of(setting, url(host, port));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if it runs already: faults and probes of one subject would reach the Redis of another
     */
    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {
        if (running != null) {
            throw new ScupperException(
                    "Redis '%s' runs already, beside another subject. Give each of two subjects that run at the same time a RedisServer of its own."
                            .formatted(name));
        }
        var connection = new RedisConnection(direct, "probe");
        running =
                new Running(direct, wire, new RedisClientsProbe(name, connection), new CommandsMeter(name, connection));
    }

    @Override
    public Optional<Wire> wire() {
        Running now = running;
        return now == null ? Optional.empty() : now.wire;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if it does not run
     */
    @Override
    public List<Probe> probes() {
        return List.of(running().probe);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if it does not run
     */
    @Override
    public List<Meter> meters() {
        return List.of(running().meter);
    }

    @Override
    public void stopping() {
        Running now = running;
        running = null;
        if (now != null) {
            now.probe.close();
        }
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new ScupperException(
                    "Redis '%s' does not run: it does while the subject does, and this very object must".formatted(name)
                            + " be among the subject's companions.");
        }
        return now;
    }

    private List<String> flags() {
        var flags = new ArrayList<>(NO_FILES);
        flags.addAll(arguments);
        return flags;
    }

    private static String url(String host, int port) {
        return "redis://" + host + ":" + port;
    }

    private record Running(
            InetSocketAddress direct, Optional<Wire> wire, RedisClientsProbe probe, CommandsMeter meter) {}
}
