package io.scupper.heap.dump;

import java.util.Arrays;
import java.util.Iterator;
import shark.HeapGraph;
import shark.HeapObject;

/** Turns the addresses of a dump into the numbers of its objects, which is quicker than to ask Shark for the objects. */
final class Ids {

    private final long[] ids;

    /** Where classes, instances, arrays of objects and arrays of numbers begin and end; each part is sorted. */
    private final int[] bounds;

    Ids(HeapGraph graph) {
        int classes = graph.getClassCount();
        int instances = classes + graph.getInstanceCount();
        int arrays = instances + graph.getObjectArrayCount();
        ids = new long[graph.getObjectCount()];
        bounds = new int[] {classes, instances, arrays, ids.length, 0};
        // In the order of its numbers; asked for single ones, Shark 2.14 fails at the first class and at most arrays.
        int i = 0;
        for (Iterator<HeapObject> it = graph.getObjects().iterator(); it.hasNext(); ) {
            ids[i++] = it.next().getObjectId();
        }
    }

    /** Returns the number of an object, or -1 for none and for what the dump does not have. */
    int number(long id) {
        if (id == 0) {
            return -1;
        }
        // Most links lead to instances.
        int found = between(bounds[0], bounds[1], id);
        for (int part = 1; found < 0 && part < 4; part++) {
            int from = part == 3 ? 0 : bounds[part];
            int to = part == 3 ? bounds[0] : bounds[part + 1];
            found = between(from, to, id);
        }
        return found < 0 ? -1 : found;
    }

    private int between(int from, int to, long id) {
        return Arrays.binarySearch(ids, from, to, id);
    }
}
