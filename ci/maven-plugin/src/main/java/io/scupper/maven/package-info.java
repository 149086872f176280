/** The gate as goals of a Maven build; what they do is done by {@link io.scupper.gate.Check}. */
@NullMarked
package io.scupper.maven;

import org.jspecify.annotations.NullMarked;
