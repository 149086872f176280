/**
 * Reads the subject's resources from inside: live heap, threads, sockets, descriptors, pools. Each reader writes lines of the
 * control channel and leaves the agent's own share out. Read {@link io.scupper.agent.probe.Readings} first.
 */
@NullMarked
package io.scupper.agent.probe;

import org.jspecify.annotations.NullMarked;
