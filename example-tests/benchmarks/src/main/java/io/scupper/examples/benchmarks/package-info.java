/** What Scupper costs the subject, as ratios of alternating runs. Start with {@code IdleAgent}. */
@NullMarked
package io.scupper.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
