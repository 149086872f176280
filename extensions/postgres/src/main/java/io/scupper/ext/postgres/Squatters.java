package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sessions that take all slots of a database as long as they are armed. They fire with each attempt of the subject to
 * connect meanwhile, as the wire counts them; a subject that has what it needs and does not connect was not disturbed.
 * Lifting closes them, and nothing is left to compensate.
 */
final class Squatters implements PreparedFault {

    /** How often sessions of the subject that were quicker than we are ended again. */
    private static final int MOST_TRIES = 50;

    private static final String OF_SUBJECT =
            " from pg_stat_activity where backend_type = 'client backend' and application_name not like '"
                    + Database.OWN_PREFIX + "%'";

    private final String name;
    private final Database database;
    private final Optional<Wire> wire;
    private final Plan plan;
    private final Session session;
    private final List<Connection> held = new ArrayList<>();

    private boolean armed;
    private long attemptsBefore;
    private long attempts;
    private long ended;
    private int most;

    /** Binds them to a server; their sessions go by {@code name}, and those of no other fault of the experiment. */
    Squatters(String name, PostgresServer server, Plan plan) {
        this.name = name;
        this.database = server.database();
        this.wire = server.wire();
        this.plan = plan;
        this.session = new Session(database, name);
        // Connects now: later there is no slot.
        session.number("select 1");
    }

    @Override
    public void arm() {
        attempts = 0;
        ended = 0;
        most = 0;
        armed = true;
        takeAll();
        for (int i = 0; i < plan.leave && !held.isEmpty(); i++) {
            close(held.remove(held.size() - 1));
        }
        most = held.size();
        attemptsBefore = attemptsSoFar();
    }

    @Override
    public void lift() {
        if (armed) {
            armed = false;
            attempts = attemptsSoFar() - attemptsBefore;
            held.forEach(Squatters::close);
            held.clear();
        }
    }

    @Override
    public void compensate() {}

    @Override
    public FaultReport report() {
        long now = armed ? attemptsSoFar() - attemptsBefore : attempts;
        String note =
                "took %d slots and left %d; ended %d sessions of the subject, which tried to connect %d times meanwhile"
                        .formatted(most, plan.leave, ended, now);
        return new FaultReport(now, now, held.size(), note);
    }

    @Override
    public void close() {
        try (session) {
            lift();
        }
    }

    private void takeAll() {
        for (int i = 0; i < MOST_TRIES; i++) {
            if (plan.endSessions) {
                ended += session.number("select count(*) filter (where pg_terminate_backend(pid))" + OF_SUBJECT);
            }
            takeWhatIsFree();
            if (!plan.endSessions || session.number("select count(*)" + OF_SUBJECT) == 0) {
                return;
            }
        }
    }

    private void takeWhatIsFree() {
        try {
            while (true) {
                held.add(database.tryConnecting(name));
                if (held.size() > plan.maxHeld) {
                    lift();
                    throw new ScupperException(
                            "Fault '%s' took %d connections, its maxHeld, and PostgreSQL still has more. Raise 'maxHeld', or give the server a lower 'max_connections'."
                                    .formatted(ConnectionSquattingType.ID, plan.maxHeld));
                }
            }
        } catch (SQLException e) {
            if (!Database.TOO_MANY.equals(e.getSQLState())) {
                lift();
                throw database.failure("cannot be connected to", e);
            }
        }
    }

    private long attemptsSoFar() {
        return wire.map(each -> each.traffic().connections()).orElse(0L);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The descriptor is gone all the same, and there is nobody to tell.
        }
    }

    /**
     * What they do.
     *
     * @param leave slots that stay free
     * @param endSessions whether the subject's sessions are ended first
     * @param maxHeld how many may be taken
     */
    record Plan(int leave, boolean endSessions, int maxHeld) {}
}
