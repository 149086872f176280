/** A service with Spring Boot and its Actuator. It does not depend on Scupper. */
@NullMarked
package io.scupper.examples.springboot;

import org.jspecify.annotations.NullMarked;
