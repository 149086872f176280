/**
 * Tests that Spring starts an application for: its context is the system under test. Imports {@code model} and {@code spi}, and Spring's
 * test framework, which the test brings. Read {@link io.scupper.ext.spring.SpringTestSubject} first.
 */
@NullMarked
package io.scupper.ext.spring;

import org.jspecify.annotations.NullMarked;
