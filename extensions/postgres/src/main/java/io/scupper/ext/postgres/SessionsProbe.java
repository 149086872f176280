package io.scupper.ext.postgres;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the sessions of a PostgreSQL by the name of their application and by what they do ({@code pg_stat_activity}),
 * Scupper's own left out: {@code postgres:sessions 'orders' idle in transaction}. Digits in a name are shown as one
 * {@code *}, so that numbered applications are one group.
 *
 * <p>Idle sessions of a pool that grows to its size under load are a step; a pool of fixed size reads the same throughout.
 */
final class SessionsProbe implements Probe, AutoCloseable {

    static final String NAME = "postgres";

    private static final String SESSIONS = "select regexp_replace(application_name, '\\d+', '*', 'g'), state, count(*)"
            + " from pg_stat_activity where backend_type = 'client backend' and state is not null"
            + " and application_name not like '" + Database.OWN_PREFIX + "%' group by 1, 2";

    private final String server;
    private final Session session;

    /** Makes a probe of the companion {@code server}. */
    SessionsProbe(String server, Database database) {
        this.server = server;
        this.session = new Session(database, "probe");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        session.ask(SESSIONS, row -> {
            counts.merge(resource(row.getString(1), row.getString(2)), row.getLong(3), Long::sum);
            return "";
        });
        return counts;
    }

    @Override
    public void close() {
        session.close();
    }

    /** A second PostgreSQL beside the one of the usual name must not have its sessions taken for that one's. */
    private Resource resource(String application, String state) {
        String what = "sessions '%s' %s".formatted(application, state);
        return Resource.count(NAME, server.equals(NAME) ? what : what + " of " + server);
    }
}
