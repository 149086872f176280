package io.scupper.agent.witness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The distinct stacks of one witness, so many at the most. Used under the lock of {@link Sightings}. */
final class Groups {

    /** How many stacks are kept apart. */
    static final int MOST_STACKS = 2_000;

    private static final int BUCKETS = 512;
    private static final Frame[] NO_FRAMES = new Frame[0];

    private final @Nullable Group[] buckets = new Group[BUCKETS];
    private final Group others = new Group(0, NO_FRAMES, null, null);
    private int size;

    /** Returns the group of a stack that was seen before, or null. */
    @Nullable
    Group find(long key) {
        Group each = buckets[bucket(key)];
        while (each != null && each.key != key) {
            each = each.next;
        }
        return each;
    }

    /** Returns the group of a stack, a new one while there is room, or else the one for all others. */
    Group get(Stack stack, Frame[] frames) {
        Group known = find(stack.key);
        if (known != null || size == MOST_STACKS) {
            return known == null ? others : known;
        }
        int bucket = bucket(stack.key);
        var added = new Group(stack.key, frames, stack.cause, buckets[bucket]);
        buckets[bucket] = added;
        size++;
        return added;
    }

    Group others() {
        return others;
    }

    /** Forgets all but the one for others. Allocates nothing. */
    void clear() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = null;
        }
        size = 0;
    }

    /** Returns all from which something came and was not taken back. */
    List<Group> all() {
        var all = new ArrayList<Group>();
        for (Group first : buckets) {
            for (Group each = first; each != null; each = each.next) {
                all.add(each);
            }
        }
        all.add(others);
        all.removeIf(each -> each.seen == 0);
        return all;
    }

    private static int bucket(long key) {
        return (int) (key ^ key >>> 32) & (BUCKETS - 1);
    }
}
