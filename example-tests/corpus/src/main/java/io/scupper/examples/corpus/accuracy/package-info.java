/** From results to a document. Start with {@link io.scupper.examples.corpus.accuracy.Confusion}. */
@NullMarked
package io.scupper.examples.corpus.accuracy;

import org.jspecify.annotations.NullMarked;
