package io.scupper.heap.graph;

import java.util.BitSet;

/**
 * Links that are taken as if they were not there, to ask what else holds the same objects, and what they alone hold.
 *
 * @param closed objects whose links all go
 * @param gates objects of which those links go that lead to {@code targets}
 */
public record Cut(BitSet closed, BitSet gates, BitSet targets) {

    /** Returns a cut of nothing. */
    public static Cut none() {
        return new Cut(new BitSet(), new BitSet(), new BitSet());
    }

    /** Tells whether no link goes. */
    public boolean isNothing() {
        return closed.isEmpty() && gates.isEmpty();
    }

    /** Returns both cuts together. */
    public Cut and(Cut other) {
        return new Cut(union(closed, other.closed), union(gates, other.gates), union(targets, other.targets));
    }

    private static BitSet union(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
