/**
 * The agent inside the subject's JVM: start, control channel, commands. It must do no harm: it never throws into the
 * subject, never prints a stack, changes no class until it is asked to, and ends everything by itself when the runner is
 * gone. Imports {@code control}, {@code boot} and its own packages only. Read {@link io.scupper.agent.Agent} first, then
 * {@link io.scupper.agent.Server}.
 */
@NullMarked
package io.scupper.agent;

import org.jspecify.annotations.NullMarked;
