package io.scupper.examples.causes.jdbcunclosed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads a stock from a PostgreSQL through HikariCP: with a connection of its own, or of the one that reports share all day.
 * What it reads is no number, which is an error.
 */
public final class JdbcUnclosed {

    private static final String STOCK = "select 'none of ' || ?";
    private static final String STOCKS = "select 'none of ' || ?::text from generate_series(1, 100)";
    private static final int LARGE_ENOUGH = 90;
    private static final int FETCHED = 10;

    private final HikariDataSource pool;
    private final Connection reports;

    private JdbcUnclosed(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        this.reports = pool.getConnection();
        reports.setAutoCommit(false);
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean remedied = WorkServer.isRemedied(args);
        var config = new HikariConfig();
        config.setJdbcUrl(System.getenv("JDBC_URL") + "&ApplicationName=stocks");
        config.setPoolName("stocks");
        config.setMaximumPoolSize(LARGE_ENOUGH);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1_000);
        var service = new JdbcUnclosed(new HikariDataSource(config));
        WorkServer.serve(item -> service.ask(item, remedied));
    }

    private String ask(String item, boolean remedied) throws SQLException {
        try {
            int stock = switch (item.replaceAll("-.*", "")) {
                case "connection" -> remedied ? readAndClose(item) : read(item);
                case "statement" -> remedied ? reportAndClose(item) : report(item);
                default -> remedied ? listAndClose(item) : list(item);
            };
            return "stock: " + stock;
        } catch (NumberFormatException e) {
            return "no stock of " + item;
        }
    }

    /** A leak, as the two below: what it reads throws past the lines that close. */
    private int read(String item) throws SQLException {
        Connection connection = pool.getConnection();
        int stock;
        try (var statement = connection.prepareStatement(STOCK)) {
            stock = stock(statement, item);
        }
        connection.close();
        return stock;
    }

    private int report(String item) throws SQLException {
        PreparedStatement statement = reports.prepareStatement(STOCK);
        statement.setString(1, item);
        int stock;
        try (var rows = statement.executeQuery()) {
            rows.next();
            stock = Integer.parseInt(rows.getString(1));
        }
        statement.close();
        return stock;
    }

    /** The cursor is in the database as long as the result set is open. */
    private int list(String item) throws SQLException {
        PreparedStatement statement = reports.prepareStatement(STOCKS);
        statement.setFetchSize(FETCHED);
        statement.setString(1, item);
        ResultSet rows = statement.executeQuery();
        int sum = sum(rows);
        rows.close();
        statement.close();
        return sum;
    }

    // tag::remedy[]
    private int readAndClose(String item) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(STOCK)) {
            return stock(statement, item);
        }
    }

    private int reportAndClose(String item) throws SQLException {
        try (var statement = reports.prepareStatement(STOCK)) {
            return stock(statement, item);
        }
    }

    private int listAndClose(String item) throws SQLException {
        try (var statement = reports.prepareStatement(STOCKS)) {
            statement.setFetchSize(FETCHED);
            statement.setString(1, item);
            try (var rows = statement.executeQuery()) {
                return sum(rows);
            }
        }
    }
    // end::remedy[]

    private static int stock(PreparedStatement statement, String item) throws SQLException {
        statement.setString(1, item);
        try (var rows = statement.executeQuery()) {
            rows.next();
            return Integer.parseInt(rows.getString(1));
        }
    }

    private static int sum(ResultSet rows) throws SQLException {
        int sum = 0;
        while (rows.next()) {
            sum += Integer.parseInt(rows.getString(1));
        }
        return sum;
    }
}
