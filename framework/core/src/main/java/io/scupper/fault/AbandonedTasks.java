package io.scupper.fault;

import io.scupper.spi.FaultId;
import io.scupper.spi.Recovery;
import io.scupper.traffic.Abort;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Leaves work to itself: a client that goes away, a task that hangs, a cancellation that is lost. */
@Documented
@FaultId(AbandonedTaskType.ID)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AbandonedTasks {

    /** Who leaves what. */
    How how();

    /**
     * For {@link How#CLIENT}: method and path, for example <code>GET /orders/{id}/report</code>; <code>{id}</code> becomes a
     * number that is new each time.
     */
    String to() default "";

    /** For {@link How#CLIENT}: when it goes. */
    Abort.Stage stage() default Abort.Stage.MID_RESPONSE;

    /** For {@link How#CLIENT}: how the service learns of it. */
    Abort.Ending close() default Abort.Ending.RESET;

    /** For {@link How#CLIENT}: after how many bytes of the body or of the response it goes, from 1. */
    long afterBytes() default 1;

    /** For {@link How#CLIENT}: how long it waits for the response, at {@link Abort.Stage#BEFORE_RESPONSE}. */
    String patience() default "50ms";

    /** For {@link How#CLIENT}: of the body, where the method or the stage has one. */
    String size() default "64KiB";

    /** For {@link How#CLIENT}: further headers, each as {@code name: value}. */
    String[] headers() default {};

    /**
     * For the other two: the methods to park in, or to skip, each as {@code com.acme.ReportTask#call}; with a {@code +}
     * behind the type for all types below it. By default those of the JDK's executors and futures.
     */
    String[] site() default {};

    /** For the other two: only on threads whose name begins so. */
    String thread() default "";

    /** For the other two: only if one of the nearest 16 frames is in a class whose name begins so. */
    String caller() default "";

    /** For {@link How#PARK}: whether an interrupt ends the wait. */
    boolean interruptible() default true;

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

    /** Who ends what hangs: nobody, so that the service's own timeouts must, or Scupper at lift. */
    Recovery recovery() default Recovery.SELF;

    /** How many tasks hang, or cancellations are lost, at a time at the most. */
    int maxHeld() default 1_000;

    /** The three ways to abandon a task. */
    enum How {
        /** The client goes away while the service works for it. */
        CLIENT,
        /** A task of the service does not come to its end. */
        PARK,
        /** The service cancels a task, and nothing happens. */
        SKIP_CANCEL
    }
}
