/** {@code cache-missing}: what hardly changes is read from the database for each request. */
@NullMarked
package io.scupper.examples.causes.cachemissing;

import org.jspecify.annotations.NullMarked;
