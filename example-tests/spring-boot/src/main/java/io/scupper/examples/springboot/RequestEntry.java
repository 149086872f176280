package io.scupper.examples.springboot;

/**
 * A request that is being answered.
 *
 * @param begun in nanoseconds of the JVM's own clock
 */
record RequestEntry(String what, long begun) {}
