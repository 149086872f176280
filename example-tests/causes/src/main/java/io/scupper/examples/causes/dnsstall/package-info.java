/** The cause {@code dns-stall}: whoever needs a name waits in its resolution. */
@NullMarked
package io.scupper.examples.causes.dnsstall;

import org.jspecify.annotations.NullMarked;
