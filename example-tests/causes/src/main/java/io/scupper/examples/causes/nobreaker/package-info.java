/** The cause {@code no-breaker}: callers queue without bound for an upstream that does not answer. */
@NullMarked
package io.scupper.examples.causes.nobreaker;

import org.jspecify.annotations.NullMarked;
