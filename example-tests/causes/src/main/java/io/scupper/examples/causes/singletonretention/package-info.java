/** The cause {@code singleton-retention}: a singleton holds what lives for one request. */
@NullMarked
package io.scupper.examples.causes.singletonretention;

import org.jspecify.annotations.NullMarked;
