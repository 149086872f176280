package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Meter;
import io.scupper.spi.Probe;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL beside the subject: a container beside a container, otherwise a process of this machine. The subject reaches
 * it through a proxy, and is told where by a setting; user and database are {@code postgres}, and no password is asked for.
 * Each method that configures returns a copy.
 *
 * <pre>{@code
 * static final PostgresServer database = PostgresServer.create().setting("ORDERS_DATABASE").schema("create table orders (id text)");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PostgresServer implements Companion {

    static final String USER = "postgres";

    private static final int PORT = 5432;

    private final Configuration configuration;

    @Nullable
    private volatile Running running;

    private PostgresServer(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Makes a PostgreSQL named {@code postgres}, of the image {@code postgres:16-alpine}, announced as {@code JDBC_URL}. */
    public static PostgresServer create() {
        return new PostgresServer(
                new Configuration(SessionsProbe.NAME, "postgres:16-alpine", "JDBC_URL", Map.of(), List.of(), false));
    }

    /** Sets the image it runs from as a container; it must have the habits of the official one. */
    public PostgresServer image(String image) {
        var c = configuration;
        return new PostgresServer(new Configuration(c.name, image, c.setting, c.parameters, c.schema, c.counting));
    }

    /**
     * Sets its name, which is its host name among containers too.
     *
     * @throws ScupperException if that is not made of letters, digits and hyphens
     */
    public PostgresServer name(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new ScupperException(
                    "The name of a PostgreSQL is '%s'. Allowed are letters, digits and hyphens, a letter or digit first."
                            .formatted(name));
        }
        var c = configuration;
        return new PostgresServer(new Configuration(name, c.image, c.setting, c.parameters, c.schema, c.counting));
    }

    /** Sets which setting of the subject tells it where the database is; its value is {@code jdbc:postgresql://…}. */
    public PostgresServer setting(String setting) {
        var c = configuration;
        return new PostgresServer(new Configuration(c.name, c.image, setting, c.parameters, c.schema, c.counting));
    }

    /** Sets a parameter of the server, as in {@code postgresql.conf}: {@code "max_connections", "20"}. */
    public PostgresServer parameter(String name, String value) {
        var c = configuration;
        var parameters = new TreeMap<>(c.parameters);
        parameters.put(name, value);
        return new PostgresServer(new Configuration(c.name, c.image, c.setting, parameters, c.schema, c.counting));
    }

    /**
     * Lets it count queries, for {@code @Budget(queriesPerOperation = …)}. It needs the extension {@code pg_stat_statements}, which the
     * official images have; without it the server does not start.
     */
    public PostgresServer countingQueries() {
        var c = configuration;
        return new PostgresServer(new Configuration(c.name, c.image, c.setting, c.parameters, c.schema, true));
    }

    /** Adds a statement that is carried out at each start, before the subject is there. */
    public PostgresServer schema(String statement) {
        var c = configuration;
        var schema = new ArrayList<>(c.schema);
        schema.add(statement);
        return new PostgresServer(new Configuration(c.name, c.image, c.setting, c.parameters, schema, c.counting));
    }

    /**
     * Returns where the test reaches it, past the proxy.
     *
     * @throws ScupperException if it does not run
     */
    public InetSocketAddress address() {
        return running().direct;
    }

    /** Returns {@link #address} as JDBC takes it. */
    public String url() {
        return url(address().getHostString(), address().getPort());
    }

    /** Returns a connection of the test's own, past the proxy and not counted by the probe; the caller closes it. */
    public Connection connect() {
        return new Database(address(), configuration.name).connect("test");
    }

    /** Returns what asks it, past the proxy. */
    Database database() {
        return new Database(address(), configuration.name);
    }

    @Override
    public String name() {
        return configuration.name;
    }

    /** {@inheritDoc} That is 5432, whatever the port of {@link #address} is. */
    @Override
    public int port() {
        return PORT;
    }

    /** {@inheritDoc} The image's own entry point is called again because only so it can be told that no password is needed. */
    @Override
    public ContainerForm container() {
        var command =
                new ArrayList<>(List.of("env", "POSTGRES_HOST_AUTH_METHOD=trust", "docker-entrypoint.sh", "postgres"));
        configuration.allParameters().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ContainerForm(configuration.image, command, List.of(PORT), Map.of());
    }

    @Override
    public LocalServer startLocally() {
        return LocalPostgres.start(configuration.allParameters());
    }

    @Override
    public boolean proxied() {
        return true;
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of(configuration.setting, url(host, port));
    }

    /**
     * Waits until it answers, for 30 s at the most, and carries the schema out.
     *
     * @throws ScupperException if it does not answer, or refuses a statement, or runs already: faults and probes of one subject
     *     would reach the database of another
     */
    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {
        if (running != null) {
            throw new ScupperException(
                    "PostgreSQL '%s' runs already, beside another subject. Give each of two subjects that run at the same time a PostgresServer of its own."
                            .formatted(configuration.name));
        }
        var database = new Database(direct, configuration.name);
        database.awaitAnswer();
        if (configuration.counting) {
            database.run("create extension if not exists " + QueriesMeter.LIBRARY);
        }
        configuration.schema.forEach(database::run);
        running = new Running(
                direct,
                wire,
                new SessionsProbe(configuration.name, database),
                new QueriesMeter(configuration.name, database));
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
     * {@inheritDoc} It counts only after {@link #countingQueries}.
     *
     * @throws ScupperException if it does not run
     */
    @Override
    public List<Meter> meters() {
        Running now = running();
        return configuration.counting ? List.of(now.meter) : List.of();
    }

    @Override
    public void stopping() {
        Running now = running;
        running = null;
        if (now != null) {
            now.probe.close();
            now.meter.close();
        }
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new ScupperException(
                    "PostgreSQL '%s' does not run: it does while the subject does, and this very object must"
                                    .formatted(configuration.name)
                            + " be among the subject's companions.");
        }
        return now;
    }

    private static String url(String host, int port) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + USER + "?user=" + USER;
    }

    private record Configuration(
            String name,
            String image,
            String setting,
            Map<String, String> parameters,
            List<String> schema,
            boolean counting) {

        /** Returns the parameters, with those that make it count if it does. */
        Map<String, String> allParameters() {
            if (!counting) {
                return parameters;
            }
            var all = new TreeMap<>(QueriesMeter.PARAMETERS);
            all.putAll(parameters);
            all.merge(QueriesMeter.LIBRARIES, QueriesMeter.LIBRARY, (given, own) -> given + "," + own);
            return all;
        }
    }

    private record Running(InetSocketAddress direct, Optional<Wire> wire, SessionsProbe probe, QueriesMeter meter) {}
}
