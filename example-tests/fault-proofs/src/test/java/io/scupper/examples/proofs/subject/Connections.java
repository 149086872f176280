package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * Asks a database through the pool that its first argument names, and closes what it has opened. The second is {@code trusting}, or
 * {@code reclaiming} where the pool can take back what was not closed; or {@code keeping}, which asks over the same connection each time.
 */
public final class Connections {

    private static final String URL = "jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1";
    private static final int MOST = 60;
    private static final int SOON_MILLIS = 500;

    private Connections() {}

    public static void main(String[] args) throws IOException, SQLException {
        boolean reclaiming = args[1].equals("reclaiming");
        DataSource pool = switch (args[0]) {
            case "hikari" -> hikari();
            case "dbcp" -> dbcp(reclaiming);
            case "tomcat" -> tomcat(reclaiming);
            default -> throw new IllegalArgumentException(args[0]);
        };
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

    /** Opens all of them at once: it closes what is idle half a minute later at the earliest. */
    private static DataSource hikari() throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(URL);
        config.setMaximumPoolSize(MOST);
        config.setConnectionTimeout(SOON_MILLIS);
        return new HikariDataSource(config);
    }

    private static DataSource dbcp(boolean reclaiming) {
        var pool = new BasicDataSource();
        pool.setUrl(URL);
        pool.setMaxTotal(MOST);
        pool.setMaxIdle(1);
        pool.setMaxWait(Duration.ofMillis(SOON_MILLIS));
        if (reclaiming) {
            pool.setRemoveAbandonedOnMaintenance(true);
            pool.setRemoveAbandonedTimeout(Duration.ofSeconds(1));
            pool.setDurationBetweenEvictionRuns(Duration.ofMillis(SOON_MILLIS));
        }
        return pool;
    }

    private static DataSource tomcat(boolean reclaiming) {
        var properties = new PoolProperties();
        properties.setUrl(URL);
        properties.setDriverClassName("org.h2.Driver");
        properties.setMaxActive(MOST);
        properties.setInitialSize(1);
        properties.setMinIdle(1);
        properties.setMaxIdle(1);
        properties.setMaxWait(SOON_MILLIS);
        if (reclaiming) {
            properties.setRemoveAbandoned(true);
            properties.setRemoveAbandonedTimeout(1);
            properties.setTimeBetweenEvictionRunsMillis(SOON_MILLIS);
        }
        return new org.apache.tomcat.jdbc.pool.DataSource(properties);
    }
}
