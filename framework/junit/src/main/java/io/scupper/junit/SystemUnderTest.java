package io.scupper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks the static field that holds the system under test: a {@link Sut}, or a Testcontainers container of an existing
 * test.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface SystemUnderTest {

    /** The port of its HTTP server in the container, for a container in the field; 0 for the first that it exposes. */
    int httpPort() default 0;
}
