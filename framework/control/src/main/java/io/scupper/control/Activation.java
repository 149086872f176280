package io.scupper.control;

/**
 * When a fault fires, in the one vocabulary that all faults share. The matches of a fault are numbered from 0; whether
 * match {@code n} is chosen is a function of {@code n} alone, so that a seed replays whatever the threads did. What limits
 * the chosen ones depends on what went before: {@link #times} on how many have fired, {@link #durationMillis} and
 * {@link #perSecond} on the time. See {@link Trigger}.
 */
public final class Activation {

    /** Fires on each match. */
    public static final Activation ALWAYS = new Activation(1.0, 1, 0, Long.MAX_VALUE, 0);

    /** How many fields of a line it takes. */
    public static final int FIELDS = 7;

    private final double probability;
    private final long every;
    private final long after;
    private final long times;
    private final long seed;
    private final long durationMillis;
    private final long perSecond;

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
        this(probability, every, after, times, seed, 0, 0);
    }

    private Activation(
            double probability, long every, long after, long times, long seed, long durationMillis, long perSecond) {
        require(probability > 0 && probability <= 1, "probability", probability, "above 0 and at most 1");
        require(every >= 1, "every", every, "1 or more");
        require(after >= 0, "after", after, "0 or more");
        require(times >= 1, "times", times, "1 or more");
        require(durationMillis >= 0, "duration", durationMillis + " ms", "0 or more");
        require(perSecond >= 0, "rate", perSecond, "0 or more");
        this.probability = probability;
        this.every = every;
        this.after = after;
        this.times = times;
        this.seed = seed;
        this.durationMillis = durationMillis;
        this.perSecond = perSecond;
    }

    /**
     * Returns this activation, limited by time.
     *
     * @param durationMillis fires for so long after it was armed; 0 for as long as it is
     * @param perSecond fires no more often than so many times a second, evenly spread; 0 for no limit
     */
    public Activation within(long durationMillis, long perSecond) {
        return new Activation(probability, every, after, times, seed, durationMillis, perSecond);
    }

    /** Reads what {@link #toLine} wrote, from the fields of {@code line} that begin at {@code from}. */
    public static Activation fromLine(Line line, int from) {
        return new Activation(
                Double.parseDouble(line.text(from)),
                line.number(from + 1),
                line.number(from + 2),
                line.number(from + 3),
                line.number(from + 4),
                line.number(from + 5),
                line.number(from + 6));
    }

    /** Returns this activation as a line of {@link #FIELDS} fields. */
    public Line toLine(String keyword) {
        return Line.of(keyword, probability, every, after, times, seed, durationMillis, perSecond);
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

    /** Returns for how many milliseconds after it was armed it fires; 0 for no limit. */
    public long durationMillis() {
        return durationMillis;
    }

    /** Returns how often it fires in a second at the most; 0 for no limit. */
    public long perSecond() {
        return perSecond;
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
                + (times == Long.MAX_VALUE ? "" : " times=" + times) + " seed=" + seed
                + (durationMillis == 0 ? "" : " duration=" + durationMillis + "ms")
                + (perSecond == 0 ? "" : " rate=" + perSecond);
    }
}
