/**
 * The causes of memory growth, a package each, named after the id of the cause without its hyphens. Start with
 * {@link io.scupper.examples.causes.CauseContract}.
 */
@NullMarked
package io.scupper.examples.causes;

import org.jspecify.annotations.NullMarked;
