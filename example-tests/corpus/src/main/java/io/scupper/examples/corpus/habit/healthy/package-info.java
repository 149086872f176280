/** What grows for a while, or up and down, and is no leak: the subjects that fool a naive tool. */
@NullMarked
package io.scupper.examples.corpus.habit.healthy;

import org.jspecify.annotations.NullMarked;
