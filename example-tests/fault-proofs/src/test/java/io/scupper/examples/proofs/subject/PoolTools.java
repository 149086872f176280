package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import redis.clients.jedis.util.Pool;

/** Tools that lend something out: pools of connections, and what stands on these. */
final class PoolTools {

    private static final int MOST = 50;

    private PoolTools() {}

    static Map<String, Tool> all() throws IOException, SQLException {
        HikariDataSource database = database();
        Connection kept = database.getConnection();
        return Map.of(
                "unclosed-connection", new Connections(database),
                "unclosed-statement", new Statements(kept),
                "unclosed-result-set", new Results(kept),
                "unclosed-response", new Responses(Front.upstream()),
                "unreturned-permit", new Permits(),
                "unreturned-redis-connection", new Redis());
    }

    private static HikariDataSource database() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:workshop;DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(MOST);
        return new HikariDataSource(config);
    }

    /** One is out for good: that of the statements and their results. */
    private record Connections(HikariDataSource pool) implements Tool {

        @Override
        public void use() throws SQLException {
            pool.getConnection().close();
        }

        @Override
        public int out() {
            return pool.getHikariPoolMXBean().getActiveConnections() - 1;
        }
    }

    private record Statements(Connection connection, Queue<Statement> made) implements Tool {

        Statements(Connection connection) {
            this(connection, new ConcurrentLinkedQueue<>());
        }

        @Override
        public void use() throws SQLException {
            Statement statement = connection.createStatement();
            made.add(statement);
            statement.execute("select 42");
            statement.close();
        }

        @Override
        public int out() {
            return (int) made.stream().filter(Statements::isOpen).count();
        }

        private static boolean isOpen(Statement statement) {
            try {
                return !statement.isClosed();
            } catch (SQLException e) {
                return false;
            }
        }
    }

    private record Results(Connection connection, Queue<ResultSet> made) implements Tool {

        Results(Connection connection) {
            this(connection, new ConcurrentLinkedQueue<>());
        }

        /** Each of a statement of its own, since the next query of the same would close it. */
        @Override
        public void use() throws SQLException {
            ResultSet result = connection.createStatement().executeQuery("select 42");
            made.add(result);
            result.close();
        }

        @Override
        public int out() {
            return (int) made.stream().filter(Results::isOpen).count();
        }

        private static boolean isOpen(ResultSet result) {
            try {
                return !result.isClosed();
            } catch (SQLException e) {
                return false;
            }
        }
    }

    private static final class Responses implements Tool {

        private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        private final CloseableHttpClient client;
        private final HttpGet request;

        Responses(URI upstream) {
            this.request = new HttpGet(upstream);
            this.client = HttpClients.custom().setConnectionManager(pool).build();
        }

        @Override
        public void use() throws IOException {
            client.execute(
                    request, response -> response.getEntity().getContent().readAllBytes());
        }

        @Override
        public int out() {
            return pool.getTotalStats().getLeased();
        }
    }

    private static final class Permits implements Tool {

        private final Bulkhead bulkhead = Bulkhead.of(
                "workshop", BulkheadConfig.custom().maxConcurrentCalls(MOST).build());

        @Override
        public void use() {
            bulkhead.executeRunnable(Thread::yield);
        }

        @Override
        public int out() {
            return MOST - bulkhead.getMetrics().getAvailableConcurrentCalls();
        }
    }

    /** The pool of Jedis; what it lends out is no connection. */
    private static final class Redis implements Tool {

        private final Pool<StringBuilder> pool = new Pool<>(new BasePooledObjectFactory<>() {
            @Override
            public StringBuilder create() {
                return new StringBuilder("connection");
            }

            @Override
            public PooledObject<StringBuilder> wrap(StringBuilder made) {
                return new DefaultPooledObject<>(made);
            }
        });

        @Override
        public void use() {
            pool.returnResource(pool.getResource());
        }

        @Override
        public int out() {
            return pool.getNumActive();
        }
    }
}
