/**
 * The roles of an experiment and their contracts: fault, probe, runtime, companion, wire, listener. Extensions implement
 * these and see nothing else but {@code model}; they register through {@link java.util.ServiceLoader}. Read
 * {@link io.scupper.spi.Fault} and {@link io.scupper.spi.Probe} first.
 */
@NullMarked
package io.scupper.spi;

import org.jspecify.annotations.NullMarked;
