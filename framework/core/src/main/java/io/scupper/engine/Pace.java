package io.scupper.engine;

import java.util.concurrent.TimeUnit;

/** The time that an experiment goes by. A test brings one that passes as fast as it is asked for. */
interface Pace {

    /** The time of this machine. */
    Pace REAL = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long millis) throws InterruptedException {
            // The one place where an experiment waits for time to pass; tests bring a pace that does not.
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    };

    /** Returns the time that has passed since some moment, in nanoseconds. */
    long nanos();

    /** Lets so much time pass. */
    void pause(long millis) throws InterruptedException;
}
