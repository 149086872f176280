/** The cause {@code cache-unbounded}: a cache that nothing bounds is fed with ever new keys. */
@NullMarked
package io.scupper.examples.causes.cacheunbounded;

import org.jspecify.annotations.NullMarked;
