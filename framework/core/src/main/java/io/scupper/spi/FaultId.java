package io.scupper.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation stand for a fault: each attribute of the annotated annotation is the {@link FaultType}'s parameter
 * of the same name, written as its {@code toString}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface FaultId {

    /** The id of the {@link FaultType}. */
    String value();
}
