package io.scupper.examples.causes.cachemissing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.scupper.examples.causes.Front;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongFunction;
import javax.sql.DataSource;

/** Answers what a product costs. Its first argument is the build: {@code leaky} or {@code remedied}. */
public final class Products {

    private static final String PATH = "/products/";
    private static final int CONNECTIONS = 2;

    private Products() {}

    public static void main(String[] args) throws IOException {
        DataSource database = pool();
        LongFunction<Product> products = args[0].equals("leaky") ? id -> read(database, id) : cached(database);
        Front.serve(PATH, exchange -> {
            long id = Long.parseLong(exchange.getRequestURI().getPath().substring(PATH.length()));
            Front.answer(exchange, 200, products.apply(id).toString());
        });
    }

    // tag::remedied[]
    private static LongFunction<Product> cached(DataSource database) {
        LoadingCache<Long, Product> cache = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(Duration.ofMinutes(5))
                .build(id -> read(database, id));
        return cache::get;
    }
    // end::remedied[]

    // tag::leaky[]
    private static Product read(DataSource database, long id) {
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
    // end::leaky[]

    private static DataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(System.getenv("PRODUCTS_DATABASE"));
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private record Product(String name, int cents) {}
}
