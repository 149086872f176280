package io.scupper.heap.dump;

/** Numbers long values from 0 on, in the order in which they are first seen, without an object for each. */
final class Numbering {

    private static final int FIRST_BITS = 10;

    /** Spreads what differs in a few bits only; the golden ratio of 64 bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] values = new long[1 << FIRST_BITS];

    /** The number of the value at the same place and 1, or 0 where there is none. */
    private int[] numbers = new int[1 << FIRST_BITS];

    private int shift = Long.SIZE - FIRST_BITS;
    private int size;

    /** What was found last: most objects lie beside others of their kind, and refer to what is near. */
    private long last;

    private int lastNumber = -1;

    /** Returns how many values have been seen. */
    int size() {
        return size;
    }

    /** Returns the number of a value, which gets one if it has none. */
    int add(long value) {
        int place = place(value);
        if (numbers[place] == 0) {
            if (2 * size == values.length) {
                grow();
                place = place(value);
            }
            values[place] = value;
            numbers[place] = ++size;
        }
        return numbers[place] - 1;
    }

    /** Returns the number of a value, or -1. */
    int find(long value) {
        if (value != last || lastNumber < 0) {
            last = value;
            lastNumber = numbers[place(value)] - 1;
        }
        return lastNumber;
    }

    private int place(long value) {
        int place = (int) (value * SPREAD >>> shift);
        while (numbers[place] != 0 && values[place] != value) {
            place = place + 1 & values.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] before = values;
        int[] numbered = numbers;
        values = new long[2 * before.length];
        numbers = new int[values.length];
        shift--;
        for (int i = 0; i < before.length; i++) {
            if (numbered[i] != 0) {
                int place = place(before[i]);
                values[place] = before[i];
                numbers[place] = numbered[i];
            }
        }
    }
}
