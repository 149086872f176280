/**
 * The calls by which things come and go in well-known code: rows of data for the agent's witnesses. Imports {@code model} only. Read
 * {@link io.scupper.witness.Witnesses} first.
 */
@NullMarked
package io.scupper.witness;

import org.jspecify.annotations.NullMarked;
