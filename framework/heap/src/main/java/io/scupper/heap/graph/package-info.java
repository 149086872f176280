/**
 * A heap dump as arrays of numbers, and what can be reached in it. Knows neither files nor Shark. Start with
 * {@link io.scupper.heap.graph.Graph}, then {@link io.scupper.heap.graph.Reach}.
 */
@NullMarked
package io.scupper.heap.graph;

import org.jspecify.annotations.NullMarked;
