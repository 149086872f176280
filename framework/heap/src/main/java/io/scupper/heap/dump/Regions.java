package io.scupper.heap.dump;

import io.scupper.heap.dump.Outline.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which numbers of objects there are in each region of a dump, so that not all of it must be read again for a few of them. JVMs
 * write objects by their addresses, most of them.
 */
final class Regions {

    private final List<Region> all = new ArrayList<>();
    private int least = Integer.MAX_VALUE;
    private int most = -1;

    /** Says that an object has been met. */
    void object(int number) {
        least = Math.min(least, number);
        most = Math.max(most, number);
    }

    /** Says that a region ends here, whose objects have been met. */
    void end(Segment where) {
        if (most >= 0) {
            all.add(new Region(where, least, most));
        }
        least = Integer.MAX_VALUE;
        most = -1;
    }

    /** Returns those parts of the heap that may have some of the objects. */
    List<Segment> of(BitSet objects) {
        int[] sorted = objects.stream().toArray();
        return all.stream()
                .filter(region -> {
                    int found = Arrays.binarySearch(sorted, region.least);
                    int first = found < 0 ? -1 - found : found;
                    return first < sorted.length && sorted[first] <= region.most;
                })
                .map(Region::where)
                .toList();
    }

    private record Region(Segment where, int least, int most) {}
}
