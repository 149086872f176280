package io.scupper.heap.growth;

/**
 * The same thing counted in both dumps.
 *
 * @param before in the earlier
 * @param after in the later
 */
public record Counts(long before, long after) {}
