package io.scupper.examples.realleaks.drivers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Has a pool of connections for one task; all tasks are on one thread. */
public final class HikariThreadLocal {

    private HikariThreadLocal() {}

    public static void main(String[] args) throws Exception {
        Front.serve(() -> {
            var config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:mem:tenant;DB_CLOSE_DELAY=-1");
            config.setMaximumPoolSize(1);
            try (var pool = new HikariDataSource(config);
                    var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
        });
    }
}
