/** Figures over many builds, and over two that are compared. Start with {@link io.scupper.gate.trend.Creep}. */
@NullMarked
package io.scupper.gate.trend;

import org.jspecify.annotations.NullMarked;
