package io.scupper.ext.proxy;

/**
 * Draws for one direction of one connection: the n-th is a function of the seed, of the connection's number and of n alone,
 * so that a seed replays whatever the threads did.
 */
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, long connection, int direction) {
        state = mixed(mixed(seed + STEP) + connection * STEP) + direction;
    }

    /** Returns the next, evenly from -1 to 1. */
    double next() {
        state += STEP;
        return (mixed(state) >> 11) * 0x1.0p-52;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014). */
    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
