/** How the gate writes, and how it refuses. */
@NullMarked
package io.scupper.gate.words;

import org.jspecify.annotations.NullMarked;
