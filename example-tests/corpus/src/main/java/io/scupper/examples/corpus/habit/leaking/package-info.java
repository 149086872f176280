/** One leak a class, each with its remedy: what is taken and how it is given back. */
@NullMarked
package io.scupper.examples.corpus.habit.leaking;

import org.jspecify.annotations.NullMarked;
