package io.scupper.examples.causes.cachemissing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Answers what a product costs, which stands in a PostgreSQL and hardly ever changes. */
public final class CacheMissing {

    private static final int CONNECTIONS = 2;

    private final DataSource database;

    private CacheMissing(DataSource database) {
        this.database = database;
    }

    public static void main(String[] args) throws IOException {
        var service = new CacheMissing(pool());
        LoadingCache<Long, Product> cache = service.cached();
        WorkServer.serve(
                WorkServer.isRemedied(args)
                        ? id -> cache.get(Long.valueOf(id)).toString()
                        : id -> service.read(Long.parseLong(id)).toString());
    }

    // tag::remedy[]
    private LoadingCache<Long, Product> cached() {
        return Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(Duration.ofMinutes(5))
                .build(this::read);
    }
    // end::remedy[]

    /** The waste, where nothing stands before it: a query and a product made anew for each request. */
    private Product read(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select name, cents from products where id = ?")) {
            query.setLong(1, id);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return new Product(found.getString(1), found.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("product " + id, e);
        }
    }

    private static DataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(System.getenv("JDBC_URL"));
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private record Product(String name, int cents) {}
}
