/** What a subject of the corpus does once per operation. */
@NullMarked
package io.scupper.examples.corpus.habit;

import org.jspecify.annotations.NullMarked;
