package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Makes the pools of connections to a database, which many subjects ask. */
final class Pools {

    private static final String URL = "jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1";
    private static final int MOST = 60;
    private static final int SOON_MILLIS = 500;

    private Pools() {}

    /**
     * Makes one.
     *
     * @param reclaiming whether it takes back by itself what was not closed, where it can
     */
    static DataSource of(String name, boolean reclaiming) {
        return switch (name) {
            case "hikari" -> hikari();
            case "dbcp" -> dbcp(reclaiming);
            case "tomcat" -> tomcat(reclaiming);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Opens all of them at once: it closes what is idle half a minute later at the earliest. */
    private static DataSource hikari() {
        var config = new HikariConfig();
        config.setJdbcUrl(URL);
        config.setMaximumPoolSize(MOST);
        config.setConnectionTimeout(SOON_MILLIS);
        return new HikariDataSource(config);
    }

    /** Pools statements too: those that are out it knows by name, and not weakly. */
    private static DataSource dbcp(boolean reclaiming) {
        var pool = new BasicDataSource();
        pool.setUrl(URL);
        pool.setMaxTotal(MOST);
        pool.setMaxIdle(1);
        pool.setMaxWait(Duration.ofMillis(SOON_MILLIS));
        pool.setPoolPreparedStatements(true);
        if (reclaiming) {
            pool.setRemoveAbandonedOnMaintenance(true);
            pool.setRemoveAbandonedTimeout(Duration.ofSeconds(1));
            pool.setDurationBetweenEvictionRuns(Duration.ofMillis(SOON_MILLIS));
            // A connection that ends takes its pool of statements with it.
            pool.setMinEvictableIdle(Duration.ofMillis(SOON_MILLIS));
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
            // Not for a connection that is kept: it lists all statements that this ever made.
            properties.setJdbcInterceptors("StatementFinalizer");
            properties.setRemoveAbandoned(true);
            properties.setRemoveAbandonedTimeout(1);
            properties.setTimeBetweenEvictionRunsMillis(SOON_MILLIS);
        }
        return new org.apache.tomcat.jdbc.pool.DataSource(properties);
    }
}
