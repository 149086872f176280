/**
 * The JUnit Jupiter face: annotations, the description of the system under test, and what a test method can ask for.
 * Nobody imports this package. Read {@link io.scupper.junit.LeakTest} and {@link io.scupper.junit.Sut} first.
 */
@NullMarked
package io.scupper.junit;

import org.jspecify.annotations.NullMarked;
