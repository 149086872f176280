package io.scupper.ext.redis;

import io.scupper.spi.FaultId;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The subject reads from Redis more slowly than Redis writes, so that output buffers fill in Redis: on the wire, between
 * Redis and the subject, or in the subject's listener of messages.
 *
 * <p>{@code WIRE} needs a {@link RedisServer} among the subject's companions. It holds back everything that Redis sends to
 * the subject, the answers to its commands too; where operations wait for such answers, slow the {@code LISTENER} instead.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@FaultId(SlowRedisConsumerType.ID)
public @interface SlowRedisConsumer {

    /** {@code WIRE} or {@code LISTENER} (of Lettuce or Jedis). */
    String where() default "WIRE";

    /**
     * On the wire: {@code STALL} stops reading, so that Redis holds what it publishes; {@code BANDWIDTH} reads at
     * {@link #rate}; {@code BLACK_HOLE} reads and discards, so that Redis holds nothing and the subject misses messages.
     */
    String how() default "STALL";

    /** Bytes a second, per connection, for {@code BANDWIDTH}. */
    String rate() default "200KiB";

    /** How long each message is delayed in the {@code LISTENER}. */
    String delay() default "200ms";

    /**
     * How much the fault publishes to {@link #channel} by itself in each operation; {@code 0B} for nothing. The kernel
     * takes about the first 4 MiB for a connection before Redis holds anything, and beyond 32 MiB together (by default)
     * Redis cuts the subscriber off.
     */
    String publish() default "0B";

    /** The size of each message that the fault publishes. */
    String message() default "64KiB";

    /** The channel that the fault publishes to; the subject must be subscribed to it. */
    String channel() default "";

    /** The name of the Redis, where the subject has several. */
    String redis() default "";

    /** How likely a match fires. A match is a message in the listener, or an operation that publishes on the wire. */
    double probability() default 1;

    /** Fires on each n-th match only. */
    long every() default 1;

    /** Leaves the first n matches alone. */
    long after() default 0;

    /** Fires at most n times; 0 for no limit. */
    long times() default 0;

    /** Fires for so long after it was armed; {@code 0s} for as long as it is. */
    String duration() default "0s";

    /** Of the draws that {@link #probability} makes. */
    long seed() default 0;

    /** {@code SELF} or {@code ASSISTED}. */
    String recovery() default "SELF";

    /** How many messages are delayed at a time, at the most. */
    long maxHeld() default 1000;
}
