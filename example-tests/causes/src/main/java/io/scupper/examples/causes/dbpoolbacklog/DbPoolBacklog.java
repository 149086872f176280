package io.scupper.examples.causes.dbpoolbacklog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the orders in a PostgreSQL for each request, in a thread of a pool, and answers without the count after 500 ms. */
public final class DbPoolBacklog {

    private static final long PATIENCE_MILLIS = 500;
    private static final int CONNECTIONS = 2;
    private static final int FEW = 4;

    private final HikariDataSource connections;
    private final ExecutorService threads;

    private DbPoolBacklog(HikariDataSource connections, ExecutorService threads) {
        this.connections = connections;
        this.threads = threads;
    }

    public static void main(String[] args) throws IOException, SQLException {
        String database = System.getenv("JDBC_URL") + "&ApplicationName=orders";
        var service = WorkServer.isRemedied(args)
                ? new DbPoolBacklog(boundedConnections(database), boundedThreads())
                : new DbPoolBacklog(connections(database), threads());
        // What takes its time to load when it is first used is not what this is about.
        service.ask();
        WorkServer.serve(item -> service.count());
    }

    private String count() throws InterruptedException, ExecutionException, TimeoutException {
        return threads.submit(this::ask).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private String ask() throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from orders")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The leak: a query waits for its answer without a bound, a thread for a connection, and there is a thread for all who come. */
    private static HikariDataSource connections(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database);
        config.setPoolName("orders");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(0);
        return new HikariDataSource(config);
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), named());
    }

    // tag::remedy[]
    private static HikariDataSource boundedConnections(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database + "&connectTimeout=1&socketTimeout=1");
        config.setPoolName("orders");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(250);
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(5));
        return new HikariDataSource(config);
    }

    /** What does not fit is refused: the request is answered with an error at once. */
    private static ExecutorService boundedThreads() {
        return new ThreadPoolExecutor(0, FEW, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), named());
    }
    // end::remedy[]

    private static ThreadFactory named() {
        var count = new AtomicInteger();
        return task -> new Thread(task, "worker-" + count.incrementAndGet());
    }
}
