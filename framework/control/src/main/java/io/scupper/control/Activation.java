package io.scupper.control;

/**
 * When a fault fires, in the one vocabulary that all faults share. The matches of a fault are numbered from 0; whether
 * match {@code n} fires is a function of {@code n} alone, so that a seed replays whatever the threads did. Only
 * {@link #times} depends on what has fired before: see {@link Trigger}.
 */
public final class Activation {

    /** Fires on each match. */
    public static final Activation ALWAYS = new Activation(1.0, 1, 0, Long.MAX_VALUE, 0);

    private final double probability;
    private final long every;
    private final long after;
    private final long times;
    private final long seed;

    /**
     * Makes an activation.
     *
     * @param probability that a match fires, above 0 and at most 1
     * @param every fires on each n-th match only, from 1
     * @param after leaves the first n matches alone, from 0
     * @param times fires at most n times, from 1
     * @param seed of the draws that {@code probability} makes
     * @throws IllegalArgumentException that names the value, what was given and what is allowed
     */
    public Activation(double probability, long every, long after, long times, long seed) {
        require(probability > 0 && probability <= 1, "probability", probability, "above 0 and at most 1");
        require(every >= 1, "every", every, "1 or more");
        require(after >= 0, "after", after, "0 or more");
        require(times >= 1, "times", times, "1 or more");
        this.probability = probability;
        this.every = every;
        this.after = after;
        this.times = times;
        this.seed = seed;
    }

    /** Reads what {@link #toLine} wrote, from the fields of {@code line} that begin at {@code from}. */
    public static Activation fromLine(Line line, int from) {
        return new Activation(
                Double.parseDouble(line.text(from)),
                line.number(from + 1),
                line.number(from + 2),
                line.number(from + 3),
                line.number(from + 4));
    }

    /** Returns this activation as a line of five fields. */
    public Line toLine(String keyword) {
        return Line.of(keyword, probability, every, after, times, seed);
    }

    /** Tells whether match {@code n}, from 0, is one that fires as long as {@link #times} is not used up. */
    public boolean chooses(long n) {
        if (n < after || (n - after) % every != every - 1) {
            return false;
        }
        return probability >= 1 || draw(n) < probability;
    }

    /** Returns how often this activation fires at the most. */
    public long times() {
        return times;
    }

    /** Returns the seed of its draws, for a fault that has something else to draw as well. */
    public long seed() {
        return seed;
    }

    /** Draws from [0, 1) for match n by the finaliser of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014). */
    private double draw(long n) {
        long z = seed + (n + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z = z ^ (z >>> 31);
        return (z >>> 11) * 0x1.0p-53;
    }

    private static void require(boolean holds, String name, Object given, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + given + ", allowed is " + allowed + ".");
        }
    }

    @Override
    public String toString() {
        return "probability=" + probability + " every=" + every + " after=" + after
                + (times == Long.MAX_VALUE ? "" : " times=" + times) + " seed=" + seed;
    }
}
