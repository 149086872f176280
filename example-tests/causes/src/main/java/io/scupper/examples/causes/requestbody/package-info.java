/** The cause {@code request-body}: a middleware reads whole bodies, however large, and keeps them. */
@NullMarked
package io.scupper.examples.causes.requestbody;

import org.jspecify.annotations.NullMarked;
