/** The rules by which other tools decide, on the samples that Scupper has taken. Start with {@link Rule}. */
@NullMarked
package io.scupper.examples.corpus.rule;

import org.jspecify.annotations.NullMarked;
