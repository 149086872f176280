/**
 * The causes of memory growth, one package each: a small service of real parts that is {@code leaky} or {@code remedied},
 * as its only argument says. Here is what all of them share. Read {@link io.scupper.examples.causes.WorkServer} first.
 */
@NullMarked
package io.scupper.examples.causes;

import org.jspecify.annotations.NullMarked;
