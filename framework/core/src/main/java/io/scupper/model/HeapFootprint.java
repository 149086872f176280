package io.scupper.model;

/**
 * What the instances of a class take, by a heap dump.
 *
 * @param instances that something holds in earnest, from 0
 * @param shallow bytes of these alone
 * @param retained bytes that would be free if none of them were there
 */
public record HeapFootprint(long instances, long shallow, long retained) {}
