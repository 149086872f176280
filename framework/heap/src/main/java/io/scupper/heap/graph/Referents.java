package io.scupper.heap.graph;

import java.util.Arrays;

/** What references of the package {@code java.lang.ref} refer to; such links hold nothing. */
public final class Referents {

    /** A holder in the upper half of the bits, its target in the lower; sorted. */
    private final long[] pairs;

    private Referents(long[] pairs) {
        this.pairs = pairs;
    }

    /** Returns how many there are. */
    public int size() {
        return pairs.length;
    }

    /** Returns the reference object. */
    public int holder(int i) {
        return (int) (pairs[i] >>> Integer.SIZE);
    }

    /** Returns what it refers to. */
    public int target(int i) {
        return (int) pairs[i];
    }

    /** Returns what a reference object refers to, or -1 if to nothing. */
    public int of(int holder) {
        int i = -1 - Arrays.binarySearch(pairs, (long) holder << Integer.SIZE | 0xffffffffL);
        return i > 0 && holder(i - 1) == holder ? target(i - 1) : -1;
    }

    /** Collects them in any order. */
    static final class Builder {

        private final Numbers holders = new Numbers();
        private final Numbers targets = new Numbers();

        void add(int holder, int target) {
            holders.add(holder);
            targets.add(target);
        }

        Referents build() {
            int[] from = holders.toArray();
            int[] to = targets.toArray();
            long[] pairs = new long[from.length];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = (long) from[i] << Integer.SIZE | to[i];
            }
            Arrays.sort(pairs);
            return new Referents(pairs);
        }
    }
}
