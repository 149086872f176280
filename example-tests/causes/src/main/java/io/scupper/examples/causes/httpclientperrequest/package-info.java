/** The cause {@code http-client-per-request}: each call makes a client of its own and closes none. */
@NullMarked
package io.scupper.examples.causes.httpclientperrequest;

import org.jspecify.annotations.NullMarked;
