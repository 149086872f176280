/**
 * Values, and nothing else: what was read, what was decided. Touches no clock, disk or network, so that a run can be
 * judged again from its record. Read {@link io.scupper.model.Sample} and {@link io.scupper.model.Finding} first.
 */
@NullMarked
package io.scupper.model;

import org.jspecify.annotations.NullMarked;
