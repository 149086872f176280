/** The cause {@code redis-slow-consumer}: a subscriber reads more slowly than Redis writes. */
@NullMarked
package io.scupper.examples.causes.redisslowconsumer;

import org.jspecify.annotations.NullMarked;
