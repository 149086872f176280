/** {@code body-peak}: bodies that are held whole while they are received: as many at once as there are requests. */
@NullMarked
package io.scupper.examples.causes.bodypeak;

import org.jspecify.annotations.NullMarked;
