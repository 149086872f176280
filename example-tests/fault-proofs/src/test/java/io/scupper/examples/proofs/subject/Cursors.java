package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Reads results of queries that may be read on, and closes a statement soon after its result, or has the driver close it. The first
 * argument names the pool; the second is {@code keeping}, which asks over the same connection each time, or {@code returning}, which gives
 * it back after each request.
 */
public final class Cursors {

    private static final long OFTEN_MILLIS = 300;

    private final Queue<Cursor> open = new ConcurrentLinkedQueue<>();

    private final boolean completing;

    private Cursors(boolean completing) {
        this.completing = completing;
    }

    public static void main(String[] args) throws IOException, SQLException {
        DataSource pool = Pools.of(args[0], args[1].equals("returning"));
        // What a pool takes its time to load is not what this is about.
        pool.getConnection().close();
        var cursors = new Cursors(args[0].equals("tomcat"));
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(cursors::forgetClosed, OFTEN_MILLIS, OFTEN_MILLIS, TimeUnit.MILLISECONDS);
        if (args[1].equals("keeping")) {
            Connection kept = pool.getConnection();
            Front.serve(() -> cursors.first(kept));
        } else {
            Front.serve(() -> {
                try (var connection = pool.getConnection()) {
                    return cursors.first(connection);
                } finally {
                    cursors.forgetClosed();
                }
            });
        }
    }

    private String first(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        if (completing) {
            statement.closeOnCompletion();
        }
        ResultSet result = statement.executeQuery("select 42");
        open.add(new Cursor(statement, result, completing));
        result.next();
        String first = result.getString(1);
        result.close();
        forgetClosed();
        return first;
    }

    private void forgetClosed() {
        open.removeIf(Cursor::isOver);
    }

    private record Cursor(Statement statement, ResultSet result, boolean completing) {

        /** Closes the statement with it. */
        boolean isOver() {
            try {
                // A result of Tomcat's says that it is closed as soon as it was to be.
                if (completing ? !statement.isClosed() : !result.isClosed()) {
                    return false;
                }
                statement.close();
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
