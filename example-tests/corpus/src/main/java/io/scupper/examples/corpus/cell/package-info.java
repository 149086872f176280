/** What is run: the cells of the corpus, as data. Start with {@link io.scupper.examples.corpus.cell.Cell}. */
@NullMarked
package io.scupper.examples.corpus.cell;

import org.jspecify.annotations.NullMarked;
