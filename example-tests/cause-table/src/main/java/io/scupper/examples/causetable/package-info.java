/**
 * The table of the causes of growth in {@code docs/causes.md} and in the README: what the leak tests of other examples must find, what
 * they found, and the file in which it is kept. Read {@link io.scupper.examples.causetable.Cause} first.
 */
@NullMarked
package io.scupper.examples.causetable;

import org.jspecify.annotations.NullMarked;
