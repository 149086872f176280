/** What came of the cells: one JSON line each. Start with {@link io.scupper.examples.corpus.result.Result}. */
@NullMarked
package io.scupper.examples.corpus.result;

import org.jspecify.annotations.NullMarked;
