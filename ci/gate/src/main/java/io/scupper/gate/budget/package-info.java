/** The two files that a team commits: what a test may use up, and which leaks it lives with for a while. */
@NullMarked
package io.scupper.gate.budget;

import org.jspecify.annotations.NullMarked;
