package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Asks a database through the pool that its first argument names, and closes what it has opened. The second is {@code trusting}, or
 * {@code reclaiming} where the pool can take back what was not closed; or {@code keeping}, which asks over the same connection each time.
 */
public final class Connections {

    private Connections() {}

    public static void main(String[] args) throws IOException, SQLException {
        DataSource pool = Pools.of(args[0], args[1].equals("reclaiming"));
        // What a pool takes its time to load is not what this is about.
        pool.getConnection().close();
        if (args[1].equals("keeping")) {
            Connection kept = pool.getConnection();
            Front.serve(() -> ask(kept));
        } else {
            Front.serve(() -> {
                try (var connection = pool.getConnection()) {
                    return ask(connection);
                }
            });
        }
    }

    private static String ask(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 42");
                var result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }
}
