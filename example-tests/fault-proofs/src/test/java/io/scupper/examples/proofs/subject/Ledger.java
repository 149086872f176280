package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes an entry to a PostgreSQL for each request, through HikariCP, and waits for 250 ms at the most for a connection and
 * for the table. The argument is {@code leaky} or {@code remedied}.
 */
public final class Ledger {

    private static final int PATIENCE_MILLIS = 250;
    private static final int LARGE_ENOUGH = 90;
    private static final int ENTRY_BYTES = 256 << 10;

    private final Queue<Entry> unwritten = new ConcurrentLinkedQueue<>();
    private final HikariDataSource pool;
    private final boolean remedied;

    private Ledger(HikariDataSource pool, boolean remedied) {
        this.pool = pool;
        this.remedied = remedied;
    }

    public static void main(String[] args) throws IOException {
        var config = new HikariConfig();
        config.setJdbcUrl(
                System.getenv("JDBC_URL") + "&ApplicationName=ledger&options=-c%20lock_timeout=" + PATIENCE_MILLIS);
        config.setPoolName("ledger");
        config.setMaximumPoolSize(LARGE_ENOUGH);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        var ledger = new Ledger(new HikariDataSource(config), args[0].equals("remedied"));
        Front.serve(ledger::write);
    }

    /** The leak: an entry for which there is no connection is kept for later, and later never comes. */
    private String write() throws SQLException {
        var entry = new Entry(new byte[ENTRY_BYTES]);
        Connection connection;
        try {
            connection = pool.getConnection();
        } catch (SQLException e) {
            if (!remedied) {
                unwritten.add(entry);
            }
            throw e;
        }
        return remedied ? writeAndClose(connection) : writeThenClose(connection);
    }

    private static String writeAndClose(Connection connection) throws SQLException {
        try (connection) {
            return insert(connection);
        }
    }

    /** The other leak: where the table is not to be had in time, the connection is not given back. */
    private static String writeThenClose(Connection connection) throws SQLException {
        String answer = insert(connection);
        connection.close();
        return answer;
    }

    private static String insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into entries values ('42')");
            return "written";
        }
    }

    private record Entry(byte[] text) {}
}
