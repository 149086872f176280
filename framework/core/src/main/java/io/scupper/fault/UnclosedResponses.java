package io.scupper.fault;

import io.scupper.spi.FaultId;
import io.scupper.spi.Recovery;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps connections of the service's HTTP client from going back to their pool, as if responses were never closed. A robust
 * service does not wait for a connection without bound, and gets back to normal once they are returned.
 */
@Documented
@FaultId(UnclosedResponseType.ID)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UnclosedResponses {

    /** Which client of the service. */
    Client client() default Client.ANY;

    /** The release points of a client that Scupper does not know, each as {@code com.acme.Pool#release}. */
    String[] site() default {};

    /** Only if one of the nearest 16 frames is in a class whose name begins so. */
    String caller() default "";

    /** Only on threads whose name begins so. */
    String thread() default "";

    /** Of the matches, at random: above 0 and at most 1. */
    double probability() default 1;

    /** Takes each n-th match only, from 1. */
    long every() default 1;

    /** Leaves the first n matches alone, from 0. */
    long after() default 0;

    /** Fires so often at the most; 0 for no limit. */
    long times() default 0;

    /** Fires for so long after it was armed, for example {@code "30s"}; {@code "0s"} for as long as it is. */
    String duration() default "0s";

    /** Fires so often in a second at the most; 0 for no limit. */
    long rate() default 0;

    /** Of the random draws. */
    long seed() default 0;

    /** Who gives the connections back: nobody, so that the service must, or Scupper at lift. */
    Recovery recovery() default Recovery.SELF;

    /** How many connections are withheld at a time at the most. */
    int maxHeld() default 1_000;

    /** The HTTP clients whose release points are known. */
    enum Client {
        /** Whichever the service has. */
        ANY,
        /** Apache HttpClient 5, classic and async. */
        APACHE,
        /** Apache HttpClient 4.5. */
        APACHE_4,
        /** OkHttp 4 and 5. */
        OKHTTP,
        /** Reactor Netty, which is what Spring's WebClient has by default. */
        REACTOR,
        /** {@code java.net.http.HttpClient}, over HTTP/1.1. */
        JDK
    }
}
