/** Programs of a few lines, one for each kind of leak; they know nothing of Scupper. */
@NullMarked
package io.scupper.examples.proofs.subject;

import org.jspecify.annotations.NullMarked;
