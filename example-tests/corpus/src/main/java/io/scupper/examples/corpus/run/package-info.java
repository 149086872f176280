/** Carries cells out, each in a process of its own. Start with {@link io.scupper.examples.corpus.run.CellProcess}. */
@NullMarked
package io.scupper.examples.corpus.run;

import org.jspecify.annotations.NullMarked;
