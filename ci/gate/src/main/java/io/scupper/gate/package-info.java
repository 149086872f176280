/** The gate on the command line, and what the Maven plugin shares with it. Start with {@link io.scupper.gate.Check}. */
@NullMarked
package io.scupper.gate;

import org.jspecify.annotations.NullMarked;
