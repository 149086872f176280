/** LeakCanary's rule of growing paths, on heap dumps of a subject. Start with {@link io.scupper.examples.corpus.dump.PathGrowth}. */
@NullMarked
package io.scupper.examples.corpus.dump;

import org.jspecify.annotations.NullMarked;
