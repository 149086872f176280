package io.scupper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says what a {@link ReturnsToBaseline} method lets the subject use up while the fault is on: what is given back afterwards, and no leak,
 * can still be too much. Measured after the verdict, in rounds of their own; beyond the budget the test fails with
 * {@code OVER_BUDGET}. On a method it goes before that on the class, as a whole.
 *
 * <pre>{@code
 * @LargePayload(to = "POST /orders", size = "8MiB")
 * @Budget(peakHeap = "48MiB")
 * @ReturnsToBaseline(concurrency = 8)
 * void largeOrdersArePassedOn() {}
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Budget {

    /** Stands for no budget, of what is counted. */
    double NONE = -1;

    /** The most that may be live at once, for example {@code "64MiB"}; garbage is not counted. Not in-process. */
    String peakHeap() default "";

    /** What the subject's threads may allocate for one operation, garbage included, for example {@code "20KiB"}. Not in-process. */
    String allocatedPerOperation() default "";

    /** How many queries one operation may cost the databases that count them, from 0; {@code 0.05} is one in twenty operations. */
    double queriesPerOperation() default NONE;

    /** How many commands one operation may cost Redis, from 0. */
    double commandsPerOperation() default NONE;

    /** What single instances may take. */
    PerInstance[] instances() default {};
}
