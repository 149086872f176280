package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a database through HikariCP. The argument is {@code leaky} or {@code remedied}. */
public final class Database {

    private static final int FORGETS_EVERY = 10;
    private static final int LARGE_ENOUGH = 100;

    private Database() {}

    /** The remedy: every connection is closed, and not nine in ten. */
    public static void main(String[] args) throws IOException {
        boolean remedied = args[0].equals("remedied");
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1");
        config.setPoolName("orders");
        config.setMaximumPoolSize(LARGE_ENOUGH);
        config.setMinimumIdle(1);
        var pool = new HikariDataSource(config);
        var requests = new AtomicInteger();
        Front.serve(() -> {
            boolean forgets = !remedied && requests.incrementAndGet() % FORGETS_EVERY == 0;
            Connection connection = pool.getConnection();
            String answer = ask(connection);
            if (!forgets) {
                connection.close();
            }
            return answer;
        });
    }

    private static String ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select 42")) {
            result.next();
            return result.getString(1);
        }
    }
}
