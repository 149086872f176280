package io.scupper.examples.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Looks a price up for each request: the JDK's HTTP server, HikariCP and an H2 database in the same JVM. */
public final class PriceService {

    /** Answered with a price. */
    static final String PATH = "/price";

    private static final int THREADS = 4;
    private static final int PRICES = 10_000;

    private PriceService() {}

    public static void main(String[] args) throws IOException, SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:prices;DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(THREADS);
        var pool = new HikariDataSource(config);
        fill(pool);
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(PATH, exchange -> answer(exchange, pool));
        server.start();
    }

    private static void fill(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table prices (id int primary key, cents int not null)");
            statement.execute("insert into prices select x, x * 7 from system_range(1, " + PRICES + ")");
        }
    }

    private static void answer(HttpExchange exchange, DataSource pool) throws IOException {
        try (exchange) {
            int status = 200;
            String text;
            try {
                text = Integer.toString(price(pool));
            } catch (SQLException e) {
                status = 500;
                text = e.toString();
            }
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static int price(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("select cents from prices where id = ?")) {
            statement.setInt(1, ThreadLocalRandom.current().nextInt(PRICES) + 1);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
