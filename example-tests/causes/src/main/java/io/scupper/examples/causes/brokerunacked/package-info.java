/** The cause {@code broker-unacked}: messages that a consumer has and never acknowledges. */
@NullMarked
package io.scupper.examples.causes.brokerunacked;

import org.jspecify.annotations.NullMarked;
