package io.scupper.model;

/**
 * One thing that is counted in the subject.
 *
 * @param probe which probe counts it: {@code threads}, {@code sockets}, {@code descriptors}, {@code leases},
 *     {@code redis}
 * @param name which of the probe's things, for example a group of threads; not empty
 */
public record Resource(String probe, String name, Unit unit) implements Comparable<Resource> {

    /** The probe of what pools have lent out. */
    public static final String LEASES = "leases";

    /** The probe of goroutines, by the function that each was started with. */
    public static final String GOROUTINES = "goroutines";

    /** The probe of memory outside the heap, in bytes. */
    public static final String BUFFERS = "buffers";

    /** The probe of loaded classes and their loaders. */
    public static final String CLASSES = "classes";

    /** The probe of values of chosen types in thread locals. */
    public static final String THREAD_LOCALS = "thread-locals";

    /** The probe of files that the JVM is to delete when it exits. */
    public static final String DELETE_ON_EXIT = "delete-on-exit";

    /** Shares the texts between samples: one more string per sample would look like growth in this very JVM. */
    public Resource {
        probe = probe.intern();
        name = name.intern();
    }

    /** Makes a resource counted in pieces. */
    public static Resource count(String probe, String name) {
        return new Resource(probe, name, Unit.COUNT);
    }

    /** Tells whether this is what a pool has lent out, or who waits for it. */
    public boolean isLease() {
        return probe.equals(LEASES);
    }

    /** Tells whether the operating system lends this out and has a limit for it: sockets and descriptors. */
    public boolean isOfTheSystem() {
        return probe.equals("sockets") || probe.equals("descriptors");
    }

    /** Returns the name under which reports show it: {@code threads:orders-worker-*}. */
    public String label() {
        return probe + ":" + name;
    }

    @Override
    public int compareTo(Resource other) {
        return label().compareTo(other.label());
    }
}
