/** {@code object-footprint}: instances that take more than what they hold would. */
@NullMarked
package io.scupper.examples.causes.objectfootprint;

import org.jspecify.annotations.NullMarked;
