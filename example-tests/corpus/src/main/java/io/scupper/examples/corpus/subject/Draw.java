package io.scupper.examples.corpus.subject;

import java.util.SplittableRandom;

/**
 * Says which operations forget to give back, of all of them so many in a hundred.
 *
 * @param percent from 0 to 100
 */
record Draw(Pattern pattern, int percent, long seed) {

    /** The operations' numbers must not make draws that follow each other alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    Draw {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("The share is " + percent + " %, allowed is 0 to 100 %.");
        }
    }

    boolean forgets(long operation) {
        return switch (pattern) {
            case DRAWN -> new SplittableRandom(seed + SPREAD * (operation + 1)).nextInt(100) < percent;
            // True at so many of each hundred, and as evenly as whole numbers allow.
            case EVEN -> (operation + 1) * percent / 100 > operation * percent / 100;
        };
    }
}
