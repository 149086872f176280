/**
 * The analyser of heap dumps, a program of its own: who holds what grew? It is started beside the tests with a limit of its
 * own on memory, so that a large dump costs nothing but the explanation. Start with {@link io.scupper.heap.Main}.
 */
@NullMarked
package io.scupper.heap;

import org.jspecify.annotations.NullMarked;
