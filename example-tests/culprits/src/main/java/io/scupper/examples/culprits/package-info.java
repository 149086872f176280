/**
 * The table of culprits in {@code docs/culprits.md}, and what the tests of the examples hold it to. Knows messages as texts, and
 * nothing of Scupper. Read {@link io.scupper.examples.culprits.CulpritRow} first.
 */
@NullMarked
package io.scupper.examples.culprits;

import org.jspecify.annotations.NullMarked;
