package io.scupper.junit;

import io.scupper.model.ScupperException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which random mixes a test is run under.
 *
 * @param first number of a mix, from 1
 * @param last number
 */
record RandomMode(long seed, int first, int last) {

    /** The seed; goes before that of {@link LeakTest#random()}. */
    static final String SEED = "scupper.random";

    /** How many mixes. */
    static final String MIXES = "scupper.random.mixes";

    /** The number of the one mix to be replayed. */
    static final String MIX = "scupper.random.mix";

    private static final int DEFAULT_MIXES = 5;

    /**
     * Returns what is asked for, if anything is.
     *
     * @throws ScupperException if a number is not allowed
     */
    static Optional<RandomMode> of(Class<?> testClass) {
        String seed = System.getProperty(
                SEED, MethodPlans.leakTest(testClass).map(LeakTest::random).orElse(""));
        if (seed.isBlank()) {
            return Optional.empty();
        }
        long number = whole(SEED, seed, Long.MIN_VALUE);
        String only = System.getProperty(MIX, "");
        if (!only.isBlank()) {
            int mix = (int) whole(MIX, only, 1);
            return Optional.of(new RandomMode(number, mix, mix));
        }
        String mixes = System.getProperty(MIXES, String.valueOf(DEFAULT_MIXES));
        return Optional.of(new RandomMode(number, 1, (int) whole(MIXES, mixes, 1)));
    }

    /** Returns the numbers of the mixes, in order. */
    IntStream numbers() {
        return IntStream.rangeClosed(first, last);
    }

    /** Tells whether one mix is to be replayed, and nothing else. */
    boolean isReplay() {
        return !System.getProperty(MIX, "").isBlank();
    }

    private static long whole(String name, String given, long least) {
        try {
            long number = Long.parseLong(given.strip());
            if (number >= least && (least < 1 || number <= Integer.MAX_VALUE)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, in the same words.
        }
        throw new ScupperException("%s is '%s'. Allowed is a whole number%s."
                .formatted(name, given, least < 1 ? "" : " of " + least + " or more"));
    }
}
