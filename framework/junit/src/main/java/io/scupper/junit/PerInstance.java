package io.scupper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/** Says what one live instance of a class may take; part of a {@link Budget}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface PerInstance {

    /** The name of the class, as {@link Class#getName} tells it; the subject may have classes that the test has not. */
    String of();

    /** What an instance may take without what it refers to, for example {@code "16B"}. */
    String shallow() default "";

    /**
     * What it may take with all that would be free if no instance of the class were there, for example {@code "64B"}. Costs a heap
     * dump. What several instances share counts for all of them; what others hold too counts for none.
     */
    String retained() default "";
}
