/**
 * Redis as a companion of the subject: the server, the probe of its clients and their output buffers, and the slow
 * consumer as a fault. Imports {@code spi}, {@code model} and the activation of {@code control}. Read
 * {@link io.scupper.ext.redis.RedisServer} and {@link io.scupper.ext.redis.SlowRedisConsumer} first.
 */
@NullMarked
package io.scupper.ext.redis;

import org.jspecify.annotations.NullMarked;
