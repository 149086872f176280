/**
 * Takes heap dumps and hands them out in small parts, so that the lease and the lifting of faults go on in between. Knows
 * nothing of the other parts of the agent. Read {@link io.scupper.agent.dump.Dumps} first.
 */
@NullMarked
package io.scupper.agent.dump;

import org.jspecify.annotations.NullMarked;
