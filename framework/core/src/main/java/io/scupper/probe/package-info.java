/**
 * The probes of a JVM: they derive counts from what its agent read, and touch nothing themselves. Imports {@code model}
 * and {@code spi}. Read {@link io.scupper.probe.JvmProbes} and {@link io.scupper.probe.ThreadsProbe} first.
 */
@NullMarked
package io.scupper.probe;

import org.jspecify.annotations.NullMarked;
