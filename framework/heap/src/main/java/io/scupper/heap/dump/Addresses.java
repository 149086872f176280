package io.scupper.heap.dump;

import java.io.StreamCorruptedException;
import java.util.Arrays;

/**
 * Turns the addresses of objects into their numbers: a bit for each place in the heap where one may begin, and how many bits
 * there are before. It takes two looks into memory and no search, and about three bytes an object.
 */
final class Addresses {

    /** Objects begin at multiples of eight bytes. */
    private static final int PLACE = 3;

    /** A page has 32,768 places, which are a quarter of a mebibyte of heap. */
    private static final int PAGE = 15;

    private static final int WORDS = 1 << PAGE - 6;

    private final Numbering pages = new Numbering();
    private long[][] bits = new long[64][];

    /** For each word of a page, how many bits there are before it. */
    private int[][] before = new int[0][];

    /** Adds an address. */
    void add(long id) throws StreamCorruptedException {
        if ((id & (1 << PLACE) - 1) != 0) {
            throw new StreamCorruptedException("there is an object at address 0x" + Long.toHexString(id)
                    + ", which is no multiple of " + (1 << PLACE));
        }
        int page = pages.add(id >>> PLACE + PAGE);
        if (page == bits.length) {
            bits = Arrays.copyOf(bits, 2 * page);
        }
        if (bits[page] == null) {
            bits[page] = new long[WORDS];
        }
        bits[page][word(id)] |= bit(id);
    }

    /** Ends adding, and returns how many addresses there are. */
    int count() {
        int count = 0;
        before = new int[pages.size()][WORDS];
        for (int page = 0; page < before.length; page++) {
            for (int word = 0; word < WORDS; word++) {
                before[page][word] = count;
                count += Long.bitCount(bits[page][word]);
            }
        }
        return count;
    }

    /** Returns the number of the object at an address, or -1. */
    int number(long id) {
        int page = pages.find(id >>> PLACE + PAGE);
        if (page < 0) {
            return -1;
        }
        int word = word(id);
        long bit = bit(id);
        long in = bits[page][word];
        return (in & bit) == 0 ? -1 : before[page][word] + Long.bitCount(in & bit - 1);
    }

    private static int word(long id) {
        return (int) (id >>> PLACE + 6) & WORDS - 1;
    }

    private static long bit(long id) {
        return 1L << (id >>> PLACE);
    }
}
