/**
 * Leaks that libraries were released with, and the releases that ended them. Each is a row of {@link
 * io.scupper.examples.realleaks.RealLeaks} and a driver that uses the library as its users do; {@link
 * io.scupper.examples.realleaks.RealLeaksIT} runs the driver on both releases.
 */
@NullMarked
package io.scupper.examples.realleaks;

import org.jspecify.annotations.NullMarked;
