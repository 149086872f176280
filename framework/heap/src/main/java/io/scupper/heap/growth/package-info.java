/**
 * What grew between two dumps, who holds it, and whom to blame. Start with {@link io.scupper.heap.growth.Finder}.
 */
@NullMarked
package io.scupper.heap.growth;

import org.jspecify.annotations.NullMarked;
