package io.scupper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says how far a fault may take the subject. Beyond it the faults are lifted, what they withheld is given back, and the test ends in
 * an error that says what was exceeded. On a method it goes before that on the class; without either the defaults hold. The
 * system properties {@code scupper.abort.heap}, {@code .memory}, {@code .health} and {@code .unwell} go before both.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface AbortWhen {

    /** The default of {@link #heap} and {@link #memory}. */
    String SHARE = "97%";

    /** The default of {@link #unwell}. */
    String UNWELL = "30s";

    /** The share of the heap's greatest size that may be live after a collection. */
    String heap() default SHARE;

    /** The share of its control group's limit that the process may have resident; where there is a limit. */
    String memory() default SHARE;

    /** A path that a well subject answers with a status below 400; empty to ask for none. */
    String health() default "";

    /** How long it may not. */
    String unwell() default UNWELL;
}
