package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/** A task per request that is due in a day. It stays in the queue unless it is cancelled, and the queue purged. */
public final class ForgottenTimer implements Habit {

    private final Timer timer = new Timer("expiry", true);

    @Override
    public Taken take(long operation) {
        var expiry = new Expiry();
        timer.schedule(expiry, TimeUnit.DAYS.toMillis(1));
        return () -> {
            expiry.cancel();
            timer.purge();
        };
    }

    private static final class Expiry extends TimerTask {

        @Override
        public void run() {
            cancel();
        }
    }
}
