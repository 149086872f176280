/**
 * Paths without identity: objects that are held the same way are one shape. Start with {@link io.scupper.heap.shape.Shape},
 * then {@link io.scupper.heap.shape.Walk}. What is known of collections and libraries is data, in two resources beside it.
 */
@NullMarked
package io.scupper.heap.shape;

import org.jspecify.annotations.NullMarked;
