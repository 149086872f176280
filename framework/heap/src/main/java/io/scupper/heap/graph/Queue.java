package io.scupper.heap.graph;

/** Numbers that come out in the order in which they went in; the place of those that are out is used again. */
final class Queue {

    private int[] all = new int[1024];
    private int from;
    private int size;

    void add(int number) {
        if (size == all.length) {
            grow();
        }
        all[from + size & all.length - 1] = number;
        size++;
    }

    int remove() {
        int number = all[from];
        from = from + 1 & all.length - 1;
        size--;
        return number;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void grow() {
        int[] larger = new int[2 * all.length];
        System.arraycopy(all, from, larger, 0, size - from);
        System.arraycopy(all, 0, larger, size - from, from);
        all = larger;
        from = 0;
    }
}
