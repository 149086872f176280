package io.scupper.spi;

import java.io.IOException;

/**
 * A fault bound to one running subject: armed, lifted, compensated and closed in that order, by one thread; only
 * {@link #operate} is called by many. {@link #close} works at any time, implies lift and compensation, and leaves nothing
 * behind in the subject.
 */
public interface PreparedFault extends AutoCloseable {

    /** Begins the fault, on what already exists too (live connections, loaded classes), at once. */
    void arm();

    /** Ends the fault at once; what it withheld stays withheld. */
    void lift();

    /** Gives back what it withheld, as far as that can be done; bounded by a few seconds. */
    void compensate();

    /** Returns what it has done so far; read after each armed round. */
    FaultReport report();

    /** Tells whether this fault brings traffic of its own in {@link #operate}. */
    default boolean bringsTraffic() {
        return false;
    }

    /**
     * Carries out the fault's own traffic for one operation. It is called in every round: armed, with the fault's traffic;
     * otherwise with harmless traffic of the same shape, so that control rounds differ in the fault alone.
     *
     * @throws IOException if the traffic did not land as intended; counted against the load
     */
    default void operate() throws IOException {}

    @Override
    void close();
}
