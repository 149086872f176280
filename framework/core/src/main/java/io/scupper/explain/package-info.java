/**
 * From findings to suspects: what grew, who holds it, what to close. Pure. Read {@link io.scupper.explain.Explainer} first.
 */
@NullMarked
package io.scupper.explain;

import org.jspecify.annotations.NullMarked;
