/** The cause {@code log-backpressure}: requests wait for a slow log. */
@NullMarked
package io.scupper.examples.causes.logbackpressure;

import org.jspecify.annotations.NullMarked;
