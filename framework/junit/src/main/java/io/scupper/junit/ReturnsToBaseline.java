package io.scupper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a method of a {@link LeakTest} an experiment. Its body is one operation, which is repeated; without a body the
 * faults bring their own traffic. It fails if something is retained, and is aborted if that cannot be decided.
 *
 * <p>A bound that is given here is strict: more than it above the baseline fails. Without one the rules of the verdict
 * decide, which do not fail a single step such as a pool that starts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(LeakTestExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ReturnsToBaseline {

    /** Live heap allowed above the baseline, for example {@code "1MiB"}; empty to let the rules decide. */
    String heap() default "";

    /** Threads allowed above the baseline; -1 to let the rules decide. */
    int threads() default -1;

    /** Sockets and leases of pools allowed above the baseline; -1 to let the rules decide. */
    int connections() default -1;

    /** File descriptors allowed above the baseline; -1 to let the rules decide. */
    int descriptors() default -1;

    /** Whether sockets and descriptors may be left to the garbage collector to close. */
    boolean acceptCollected() default false;

    /** Overrides {@link LeakTest#within()}. */
    String within() default "";

    /** Overrides {@link LeakTest#operations()}; 0 to leave it. */
    int operations() default 0;

    /** Overrides {@link LeakTest#rounds()}; 0 to leave it. */
    int rounds() default 0;

    /** Overrides {@link LeakTest#concurrency()}; 0 to leave it. */
    int concurrency() default 0;
}
