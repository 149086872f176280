package io.scupper.fault;

import io.scupper.spi.FaultId;
import io.scupper.traffic.Framing;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends large bodies, streamed: the test's own memory does not grow with them. While the fault is not armed, the same
 * request goes out with a body of 1 KiB. A subject may refuse a large body (413) or reset the connection; that counts as
 * one that landed.
 */
@Documented
@FaultId(LargePayloadType.ID)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(LargePayload.All.class)
public @interface LargePayload {

    /** Method and path, for example {@code POST /orders}; <code>{id}</code> becomes a number that is new each time. */
    String to();

    /** Of one body: of the file in a multipart body, and inflated in a compressed one. */
    String size() default "16MiB";

    /** How the body is put on the wire. */
    Framing framing() default Framing.CONTENT_LENGTH;

    /** By which {@link Framing#GZIP} shrinks it, from 2 to 1,000. */
    int ratio() default 100;

    /** How many bodies an operation sends at the same time, from 1 to 1,000. */
    int concurrency() default 1;

    /**
     * How many bodies are sent in all while the fault is armed, rounded up to whole operations, unless
     * {@code @LeakTest(operations = …)} says how long a round is. A suspicion that takes further rounds sends more.
     */
    int times() default 40;

    /** Of the body; where it is JSON, the body is a JSON object with one long string. */
    String contentType() default "application/octet-stream";

    /** Further headers, each as {@code name: value}. */
    String[] headers() default {};

    /** Of the matches, at random: above 0 and at most 1. */
    double probability() default 1;

    /** Takes each n-th match only, from 1. */
    long every() default 1;

    /** Leaves the first n matches alone, from 0. */
    long after() default 0;

    /** Of the random draws and of the bytes in the body. */
    long seed() default 0;

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface All {

        LargePayload[] value();
    }
}
