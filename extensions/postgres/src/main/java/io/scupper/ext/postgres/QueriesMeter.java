package io.scupper.ext.postgres;

import io.scupper.model.Budget.Measure;
import io.scupper.spi.Meter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the queries that a PostgreSQL has carried out, by their texts with the constants left out ({@code pg_stat_statements}).
 * Transactions are no queries, and Scupper's own sessions are not counted at all: they say so as they connect.
 */
final class QueriesMeter implements Meter, AutoCloseable {

    /** What makes a server count. */
    static final Map<String, String> PARAMETERS = Map.of("pg_stat_statements.track_utility", "off");

    static final String LIBRARIES = "shared_preload_libraries";
    static final String LIBRARY = "pg_stat_statements";

    private static final String QUERIES =
            "select query, sum(calls)::bigint from pg_stat_statements where query is not null group by query";

    private final String server;
    private final Session session;

    QueriesMeter(String server, Database database) {
        this.server = server;
        this.session = new Session(database, "meter");
    }

    @Override
    public Measure measure() {
        return Measure.QUERIES;
    }

    @Override
    public String source() {
        return "pg_stat_statements of '" + server + "'";
    }

    @Override
    public Map<String, Long> read() {
        var counts = new TreeMap<String, Long>();
        session.ask(QUERIES, row -> {
            counts.merge(row.getString(1), row.getLong(2), Long::sum);
            return "";
        });
        return counts;
    }

    @Override
    public void close() {
        session.close();
    }
}
