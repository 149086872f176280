/** The cause {@code context-retention}: a request's context, with its timer, outlives the request in a cache. */
@NullMarked
package io.scupper.examples.causes.contextretention;

import org.jspecify.annotations.NullMarked;
