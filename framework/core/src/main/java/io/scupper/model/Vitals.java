package io.scupper.model;

/**
 * How near a subject is to the end of its memory.
 *
 * @param liveBytes what the heap had left after its last collections; -1 where it is not known, as with the others
 * @param maxBytes of the heap
 * @param residentBytes of the process
 * @param limitBytes of the control group that the process is in
 */
public record Vitals(long liveBytes, long maxBytes, long residentBytes, long limitBytes) {

    /** Where nothing can be known. */
    public static final Vitals UNKNOWN = new Vitals(-1, -1, -1, -1);
}
