package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.Deadline;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Where a PostgreSQL is, and how Scupper's own sessions come about: past the proxy, each bounded by 5 s to connect and 10 s
 * to answer. Their application names begin with {@value #OWN_PREFIX}, by which the probe and the faults leave them out.
 */
record Database(InetSocketAddress address, String name) {

    static final String OWN_PREFIX = "scupper-";

    /** What PostgreSQL says when it has no slot left. */
    static final String TOO_MANY = "53300";

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    /**
     * Connects.
     *
     * @throws ScupperException if that cannot be done
     */
    Connection connect(String purpose) {
        try {
            return tryConnecting(purpose);
        } catch (SQLException e) {
            throw failure("cannot be connected to", e);
        }
    }

    /** Connects, and lets the caller see why if it cannot be done. */
    Connection tryConnecting(String purpose) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", PostgresServer.USER);
        properties.setProperty("ApplicationName", OWN_PREFIX + purpose);
        // Only where queries are counted does it mean anything: these are not to be.
        properties.setProperty("options", "-c " + QueriesMeter.LIBRARY + ".track=none");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        String url =
                "jdbc:postgresql://%s:%d/%s".formatted(address.getHostString(), address.getPort(), PostgresServer.USER);
        return DriverManager.getConnection(url, properties);
    }

    /** Carries one statement out, in a session of its own. */
    void run(String statement) {
        try (Connection connection = connect("run");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw failure("refused '" + statement + "'", e);
        }
    }

    /** Waits until it takes connections. */
    void awaitAnswer() {
        Deadline deadline = Deadline.in(ANSWERS_WITHIN);
        while (true) {
            try {
                connect("start").close();
                return;
            } catch (ScupperException | SQLException e) {
                if (deadline.isOver()) {
                    throw e instanceof ScupperException told ? told : failure("did not answer", (SQLException) e);
                }
                deadline.pause("PostgreSQL to answer");
            }
        }
    }

    /** Says that something went wrong, with its cause. */
    ScupperException failure(String what, SQLException cause) {
        return new ScupperException(
                "PostgreSQL '%s' on %s:%d %s: %s"
                        .formatted(name, address.getHostString(), address.getPort(), what, cause.getMessage()),
                cause);
    }
}
