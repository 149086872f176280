package io.scupper.model;

/**
 * What the threads of the subject have allocated between two readings, the agent's own left out.
 *
 * @param bytes from 0
 * @param lostThreads how many ended meanwhile whose last bytes are not among them; 0 from Java 21 on
 */
public record Allocations(long bytes, long lostThreads) {}
