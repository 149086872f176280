/**
 * What the runner and the agent share: the frames of the control channel and the activation of a fault.
 * Imports nothing but the JDK, because the agent carries it into strangers' JVMs. Read {@link io.scupper.control.Frames}
 * first, then {@link io.scupper.control.Activation}.
 */
@NullMarked
package io.scupper.control;

import org.jspecify.annotations.NullMarked;
