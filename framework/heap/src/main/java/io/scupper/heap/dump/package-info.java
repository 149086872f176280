/**
 * Reads the heap dumps that HotSpot writes, record after record, into a graph of numbers. The only package that knows their
 * format. Start with {@link io.scupper.heap.dump.Dump}.
 */
@NullMarked
package io.scupper.heap.dump;

import org.jspecify.annotations.NullMarked;
