/**
 * Runs subjects on this machine, in a JVM of their own or in the test's, and talks to the agent inside them. Imports
 * {@code model}, {@code spi} and {@code control}. Read {@link io.scupper.runtime.Runtimes} and
 * {@link io.scupper.runtime.RemoteAgent} first.
 */
@NullMarked
package io.scupper.runtime;

import org.jspecify.annotations.NullMarked;
