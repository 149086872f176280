/** The command that runs the corpus. Start with {@link io.scupper.examples.corpus.Corpus}. */
@NullMarked
package io.scupper.examples.corpus;

import org.jspecify.annotations.NullMarked;
