package io.scupper.agent.witness;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one witness has seen: which objects came, from which stack, and which of them are still there. An object that is there already
 * does not come again, so that a method that leads to another is seen once. Safe for use by many threads; calls nothing of the
 * subject's, under its lock or without.
 */
final class Sightings {

    /** How many objects are followed at a time. What comes beyond is counted, and not known to stay. */
    static final int MOST_OBJECTS = 50_000;

    private static final int MOST_GROUPS_TOLD = 20;
    private static final String MORE_STACKS = "(more stacks than are kept)";
    private static final int FIRST_BUCKETS = 256;

    private final String witness;
    private final Running running;
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final Groups groups = new Groups();

    /** Made in advance, for when no memory is left. */
    private final @Nullable Sighted[] noBuckets = new Sighted[1];

    private @Nullable Sighted[] buckets = new Sighted[FIRST_BUCKETS];
    private int size;
    private boolean isDropped;

    Sightings(String witness, Running running) {
        this.witness = witness;
        this.running = running;
    }

    /**
     * Sees an object come on this thread.
     *
     * @param isConstructed whether it was constructed just now
     * @return what is kept of it; null if it was there already, or is one too many
     */
    @Nullable
    Sighted come(Object subject, boolean isConstructed) {
        int hash = System.identityHashCode(subject);
        if (find(subject, hash) != null) {
            return null;
        }
        // Taken outside the lock, and the frames read only if no such stack is known.
        Stack stack = Stack.here(isConstructed ? subject : null, running.of(Thread.currentThread()));
        Frame[] frames = isKnown(stack) ? null : stack.toFrames();
        return add(subject, hash, stack, frames);
    }

    /** Sees that an object is about to go; returns what was kept of it, or null. */
    synchronized @Nullable Sighted begin(Object subject) {
        Sighted known = find(subject, System.identityHashCode(subject));
        if (known != null) {
            known.isGoing = true;
        }
        return known;
    }

    /** Sees that the call by which an object was about to go is left out. */
    synchronized void stay(Object subject) {
        Sighted known = find(subject, System.identityHashCode(subject));
        if (known != null) {
            known.isGoing = false;
        }
    }

    /** Sees that the call by which an object was about to go is over. */
    synchronized void end(Sighted known) {
        if (known.isGoing) {
            remove(known);
        }
    }

    /** Sees that an object has not come after all. */
    synchronized void takeBack(Sighted known) {
        if (remove(known)) {
            known.group.seen--;
        }
    }

    /** Lets go of everything, and sees nothing from now on. Allocates nothing. */
    synchronized void drop() {
        isDropped = true;
        buckets = noBuckets;
        size = 0;
        groups.clear();
    }

    /** Returns a line for the witness, and one for each of the groups of which most has stayed. */
    synchronized List<Line> origins() {
        countStayed();
        List<Group> all = groups.all();
        all.sort(Comparator.comparingLong((Group group) -> group.stayed)
                .thenComparingLong(group -> group.seen)
                .reversed());
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Verbs.WITNESS, witness));
        for (Group each : all.subList(0, Math.min(MOST_GROUPS_TOLD, all.size()))) {
            lines.add(line(each));
        }
        return lines;
    }

    /** Returns what an object came from; null if it is not known. */
    synchronized @Nullable Group groupOf(Object subject) {
        Sighted known = find(subject, System.identityHashCode(subject));
        return known == null ? null : known.group;
    }

    boolean isOf(String other) {
        return witness.equals(other);
    }

    private synchronized boolean isKnown(Stack stack) {
        return size >= MOST_OBJECTS || groups.find(stack.key) != null;
    }

    private synchronized @Nullable Sighted add(Object subject, int hash, Stack stack, Frame @Nullable [] frames) {
        expunge();
        if (isDropped || find(subject, hash) != null) {
            return null;
        }
        Group known = groups.find(stack.key);
        Group group = known != null ? known : frames == null ? groups.others() : groups.get(stack, frames);
        if (size >= MOST_OBJECTS) {
            group.seen++;
            return null;
        }
        var added = new Sighted(subject, hash, group, collected);
        link(added);
        group.seen++;
        return added;
    }

    private synchronized @Nullable Sighted find(Object subject, int hash) {
        Sighted each = buckets[hash & (buckets.length - 1)];
        while (each != null && !(each.hash == hash && each.get() == subject)) {
            each = each.next;
        }
        return each;
    }

    private void link(Sighted added) {
        if (size >= buckets.length) {
            grow();
        }
        int bucket = added.hash & (buckets.length - 1);
        added.next = buckets[bucket];
        buckets[bucket] = added;
        size++;
    }

    private void grow() {
        @Nullable Sighted[] wider = new Sighted[buckets.length * 2];
        for (Sighted first : buckets) {
            Sighted each = first;
            while (each != null) {
                Sighted next = each.next;
                int bucket = each.hash & (wider.length - 1);
                each.next = wider[bucket];
                wider[bucket] = each;
                each = next;
            }
        }
        buckets = wider;
    }

    private boolean remove(Sighted gone) {
        int bucket = gone.hash & (buckets.length - 1);
        Sighted before = null;
        for (Sighted each = buckets[bucket]; each != null; each = each.next) {
            if (each == gone) {
                if (before == null) {
                    buckets[bucket] = gone.next;
                } else {
                    before.next = gone.next;
                }
                size--;
                return true;
            }
            before = each;
        }
        return false;
    }

    /** Takes out what has been collected and had not gone, once. */
    private void expunge() {
        Reference<?> each = collected.poll();
        while (each != null) {
            lose((Sighted) each);
            each = collected.poll();
        }
    }

    private void lose(Sighted gone) {
        if (remove(gone)) {
            gone.group.lost++;
        }
    }

    /** What has been collected may not be in the queue yet. */
    private void countStayed() {
        groups.all().forEach(group -> group.stayed = 0);
        for (Sighted first : buckets) {
            Sighted each = first;
            while (each != null) {
                Sighted next = each.next;
                if (each.get() == null) {
                    lose(each);
                } else {
                    each.group.stayed++;
                }
                each = next;
            }
        }
    }

    private Line line(Group group) {
        var fields = new ArrayList<Object>();
        fields.add(witness);
        fields.add(group.stayed);
        fields.add(group.seen);
        fields.add(group.lost);
        if (group.frames.length == 0) {
            fields.add(MORE_STACKS);
        }
        fields.addAll(group.told());
        return Line.of(Verbs.ORIGIN, fields.toArray());
    }
}
