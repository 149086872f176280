package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds a lock against the subject, and one that looks 20 times a second who waits for it: the fault fires
 * with each query that is seen to. Lifting ends the session that holds the lock, whether it has it or waits for it, and all
 * who wait go on at once; nothing is left to compensate.
 */
final class HeldLock implements PreparedFault {

    private static final long EVERY_MILLIS = 50;
    private static final int TAKEN_WITHIN_SECONDS = 5;

    /** A query is known by its session and the moment it began. */
    private static final String WAITING = "select pid || ' ' || query_start from pg_stat_activity"
            + " where wait_event_type = 'Lock' and ? = any(pg_blocking_pids(pid)) and application_name not like '"
            + Database.OWN_PREFIX + "%'";

    private final String name;
    private final Database database;
    private final Lock lock;
    private final Duration hold;
    private final Session session;
    private final Set<String> seen = new HashSet<>();

    private @Nullable Holder holder;
    private int waitingNow;
    private int mostWaiting;

    private HeldLock(String name, Database database, Lock lock, Duration hold, Session session) {
        this.name = name;
        this.database = database;
        this.lock = lock;
        this.hold = hold;
        this.session = session;
    }

    /**
     * Binds it to a database, without effect as yet.
     *
     * @param name by which its sessions go, and those of no other fault of the experiment
     */
    static HeldLock prepare(LockFault fault, String name, Database database) {
        var session = new Session(database, name);
        try {
            fault.lock().requireThere(fault.id(), session);
            return new HeldLock(name, database, fault.lock(), fault.hold(), session);
        } catch (ScupperException e) {
            session.close();
            throw e;
        }
    }

    /** Takes the lock; waits up to 5 s for queries of the subject that are under way. */
    @Override
    public synchronized void arm() {
        seen.clear();
        mostWaiting = 0;
        var taken = Holder.take(database, name, lock);
        holder = taken;
        run("scupper-postgres-watch", () -> watch(taken));
        if (!hold.isZero()) {
            run("scupper-postgres-lock", () -> takeAgainAndAgain(taken));
        }
    }

    @Override
    public synchronized void lift() {
        if (holder != null) {
            look(holder);
            holder.released.countDown();
            try {
                session.ask("select pg_terminate_backend(?)", row -> row.getBoolean(1), holder.pid);
            } finally {
                holder.close();
                holder = null;
                waitingNow = 0;
            }
        }
    }

    @Override
    public void compensate() {}

    @Override
    public synchronized FaultReport report() {
        if (holder != null) {
            look(holder);
        }
        String note = "%d queries of the subject were seen waiting for '%s', up to %d at a time"
                .formatted(seen.size(), lock.statement(), mostWaiting);
        return new FaultReport(seen.size(), seen.size(), waitingNow, note);
    }

    @Override
    public void close() {
        try (session) {
            lift();
        }
    }

    private void watch(Holder of) {
        while (of.isHeldFor(EVERY_MILLIS)) {
            synchronized (this) {
                if (of.released.getCount() > 0) {
                    look(of);
                }
            }
        }
    }

    private void look(Holder of) {
        try {
            var waiting = session.ask(WAITING, row -> row.getString(1), of.pid);
            seen.addAll(waiting);
            waitingNow = waiting.size();
            mostWaiting = Math.max(mostWaiting, waitingNow);
        } catch (ScupperException e) {
            // A database that is gone is the probe's error to raise; here only a look is missed.
        }
    }

    private void takeAgainAndAgain(Holder of) {
        try {
            while (of.isHeldFor(hold.toMillis())) {
                of.release();
                of.take(lock);
            }
        } catch (SQLException e) {
            // Lifted meanwhile; or else the subject has kept the table for itself, and no query waits for us.
        }
    }

    private static void run(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The session that has the lock, until it is released for good. */
    private record Holder(Connection connection, int pid, CountDownLatch released) implements AutoCloseable {

        static Holder take(Database database, String name, Lock lock) {
            Connection connection = database.connect(name);
            try {
                connection.setAutoCommit(false);
                int pid = pid(connection);
                var holder = new Holder(connection, pid, new CountDownLatch(1));
                holder.take(lock);
                return holder;
            } catch (SQLException e) {
                try {
                    connection.close();
                } catch (SQLException suppressed) {
                    e.addSuppressed(suppressed);
                }
                throw database.failure("gave no lock for '" + lock.statement() + "'", e);
            }
        }

        void take(Lock lock) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '" + TAKEN_WITHIN_SECONDS + "s'");
                statement.execute(lock.statement());
            }
        }

        void release() throws SQLException {
            connection.rollback();
        }

        /** Waits; returns whether it is still held then. */
        boolean isHeldFor(long millis) {
            try {
                return !released.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // Nobody interrupts these threads; were it so, the fault would be over.
                return false;
            }
        }

        @Override
        public void close() {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                // The descriptor is gone all the same, and there is nobody to tell.
            }
        }

        private static int pid(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    var result = statement.executeQuery("select pg_backend_pid()")) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
