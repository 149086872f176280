/**
 * Subjects that take no agent, read from outside: Go services by their profiles, and whatever exposes metrics. Imports {@code model}
 * and {@code spi}. Read {@link io.scupper.ext.outside.GoService} and {@link io.scupper.ext.outside.MetricsService} first.
 */
@NullMarked
package io.scupper.ext.outside;

import org.jspecify.annotations.NullMarked;
