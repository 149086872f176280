package io.scupper.heap.growth;

/**
 * A class that is known to grow.
 *
 * @param type its name without numbers of a run
 * @param count by how many instances a round
 */
public record Expected(String type, long count) {}
