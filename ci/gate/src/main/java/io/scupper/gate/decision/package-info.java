/** What records come to; pure. Start with {@link io.scupper.gate.decision.Decision}. */
@NullMarked
package io.scupper.gate.decision;

import org.jspecify.annotations.NullMarked;
