/**
 * Reads the heap dumps that HotSpot writes. The only package that knows Shark. Start with
 * {@link io.scupper.heap.dump.Dump}.
 */
@NullMarked
package io.scupper.heap.dump;

import org.jspecify.annotations.NullMarked;
