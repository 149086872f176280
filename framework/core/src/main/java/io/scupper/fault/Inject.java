package io.scupper.fault;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects any fault by its id, for all that have no annotation of their own:
 *
 * <pre>{@code
 * @Inject(value = "slow-redis-consumer", with = {"how=BANDWIDTH", "rate=200KiB"})
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Inject.All.class)
public @interface Inject {

    /** The id of the fault. */
    String value();

    /** Its parameters, each as {@code name=value}. */
    String[] with() default {};

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface All {

        Inject[] value();
    }
}
