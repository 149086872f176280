package io.scupper.heap.shape;

import java.util.BitSet;

/** A few of many numbers, and which of them each is: the first, the second, and so on. */
final class Marked {

    private final BitSet numbers;
    private final long[] words;

    /** For each word of bits, how many there are before it. */
    private final int[] before;

    private final int size;

    /** Takes numbers that do not change any more. */
    Marked(BitSet numbers) {
        this.numbers = numbers;
        this.words = numbers.toLongArray();
        this.before = new int[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            before[i] = count;
            count += Long.bitCount(words[i]);
        }
        this.size = count;
    }

    int size() {
        return size;
    }

    boolean get(int number) {
        return numbers.get(number);
    }

    /** Returns how many of the numbers are less than one of them. */
    int rank(int number) {
        return before[number >> 6] + Long.bitCount(words[number >> 6] & (1L << number) - 1);
    }

    /** Shows each number with its rank. */
    void forEach(Action action) {
        int rank = 0;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            action.with(number, rank++);
        }
    }

    /** What is done with a number. */
    interface Action {

        void with(int number, int rank);
    }
}
