package io.scupper.heap.graph;

import java.util.Arrays;

/** A list of numbers that grows at its end, and shrinks there. */
final class Numbers {

    private int[] all = new int[1024];
    private int size;

    void add(int number) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size + (size >> 1));
        }
        all[size++] = number;
    }

    int removeLast() {
        return all[--size];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int[] toArray() {
        return Arrays.copyOf(all, size);
    }
}
