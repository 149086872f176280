/** How a decision is shown: on the console, in a summary for people, at the line of code. */
@NullMarked
package io.scupper.gate.output;

import org.jspecify.annotations.NullMarked;
