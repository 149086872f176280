package io.scupper.model;

import java.util.List;
import java.util.Optional;

/**
 * One way from a root of the garbage collector to instances of a class that grew, compared between two heap dumps that are
 * one round apart.
 *
 * @param fingerprint of the leak: the same in other runs, JVMs and JDKs, and for all classes that grow in the same place
 * @param root in words: {@code static field of class com.acme.Orders}
 * @param steps from the root to the instances, the root's own object first; not empty
 * @param place where the path begins to grow
 * @param culprit class and member of the application to name, joined by a dot, or the class alone; empty if none of
 *     it is on the path
 * @param instances of this way, in the two dumps
 * @param retainedBytes that nothing but the place holds, at least, in the two dumps
 */
public record HeapPath(
        String fingerprint,
        String root,
        List<Step> steps,
        Place place,
        Optional<String> culprit,
        Counts instances,
        Counts retainedBytes) {

    public HeapPath {
        steps = List.copyOf(steps);
    }

    /**
     * The same thing counted in both dumps.
     *
     * @param before in the earlier
     * @param after in the later
     */
    public record Counts(long before, long after) {

        /** Returns by how many there are more in the later dump; may be negative. */
        public long grown() {
            return after - before;
        }
    }

    /**
     * One object on the way, or many alike.
     *
     * @param edge how the step before refers to it: a field, an index or a key; empty for the first
     * @param className of the objects
     * @param objects how many there are, in the two dumps
     * @param marks what is to be said of it
     */
    public record Step(String edge, String className, Counts objects, List<Mark> marks) {

        public Step {
            marks = List.copyOf(marks);
        }
    }

    /** What is to be said of a step. */
    public enum Mark {
        /** It is the collection, or the object, that holds ever more. */
        HOLDS,
        /** From here on there are more in the later dump. */
        GROWS,
        /** The member of the application that is to be named leads here. */
        CULPRIT
    }

    /**
     * What grows.
     *
     * @param name of the collection: the field that holds it, with keys and fields on the way
     * @param type its class without the package
     * @param entries in the two dumps
     * @param unit {@code entries}, {@code elements} or {@code objects}
     * @param keys some of the keys of a map, may be empty
     */
    public record Place(String name, String type, Counts entries, String unit, List<String> keys) {

        public Place {
            keys = List.copyOf(keys);
        }
    }
}
