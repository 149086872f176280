/** The cause {@code http-response-unclosed}: an answer that is an error is not closed. */
@NullMarked
package io.scupper.examples.causes.httpresponseunclosed;

import org.jspecify.annotations.NullMarked;
