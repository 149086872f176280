package io.scupper.ext.postgres;

import io.scupper.ext.proxy.ProxyProvider;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.LocalServer;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.WireProvider.LocalWire;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL behind a real proxy, and a subject that has it as its companion: what a runtime sets up. */
final class PostgresBehindProxy implements AutoCloseable {

    final PostgresServer postgres;
    private final LocalServer process;
    private final LocalWire wire;

    PostgresBehindProxy(PostgresServer postgres) {
        this.postgres = postgres;
        process = postgres.startLocally();
        var direct = new InetSocketAddress(InetAddress.getLoopbackAddress(), process.port());
        wire = new ProxyProvider().startLocally(direct);
        postgres.started(direct, Optional.of(wire));
    }

    RunningSubject subject() {
        return subjectWith(postgres);
    }

    static RunningSubject subjectWith(Companion... companions) {
        return new Subject(List.of(companions));
    }

    /** Connects as the subject does. */
    Connection connect(String application) throws SQLException {
        String url = postgres.settings("127.0.0.1", wire.port()).get("JDBC_URL");
        return DriverManager.getConnection(url + "&ApplicationName=" + application);
    }

    @Override
    public void close() {
        postgres.stopping();
        wire.close();
        process.close();
    }

    private record Subject(List<Companion> companions) implements RunningSubject {

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return "orders.jar";
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public AgentLink agent() {
            throw new UnsupportedOperationException("A fault of the database does not ask the agent.");
        }

        @Override
        public void requireAlive() {}

        @Override
        public void close() {}
    }
}
