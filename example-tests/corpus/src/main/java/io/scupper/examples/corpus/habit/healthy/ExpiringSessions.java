package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A session per request, which expires by itself: how many there are depends on how fast the requests come. */
public final class ExpiringSessions implements Habit {

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, Daemons.named("session-expiry"));
    private final long millis;

    /** Makes sessions that expire after so long. */
    public ExpiringSessions(long millis) {
        this.millis = millis;
    }

    @Override
    public Taken take(long operation) {
        var session = new Session(operation);
        sessions.add(session);
        clock.schedule(() -> sessions.remove(session), millis, TimeUnit.MILLISECONDS);
        return NOTHING;
    }

    private record Session(long id) {}
}
