package io.scupper.fault;

import io.scupper.spi.Keys;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts of letters and digits, each unlike the others: a seed gives the same sequence each time. A round of the same keys
 * gets the texts of the round before, and a second run under the same fault goes on where the first ended, because the
 * subject has those of the first already.
 */
final class Texts {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final long NONE = -1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int length;
    private final long different;
    private final AtomicLong first = new AtomicLong(NONE);

    /**
     * Makes a sequence.
     *
     * @param length of a text, from 8: shorter ones would not all be different
     * @param different after so many it begins again; 0 for never
     */
    Texts(long seed, int length, long different) {
        this.seed = seed;
        this.length = length;
        this.different = different;
    }

    /** Returns the next text of the experiment that this thread works for. */
    String next() {
        long drawn = Long.parseLong(Keys.next());
        first.compareAndSet(NONE, drawn);
        long number = drawn - first.get();
        return at(different == 0 ? number : Math.floorMod(number, different));
    }

    /** Returns the one text that is not in the sequence, for requests that are to be all the same. */
    String ordinary() {
        return at(Long.MIN_VALUE);
    }

    /** Returns the text of this number, from 0. */
    String at(long number) {
        var random = new SplittableRandom(seed * GOLDEN ^ number);
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
