/**
 * The handful of effects, and the faults that apply them: counting, caps, lifting and giving back. Runs on the subject's
 * threads; what it keeps per withheld call is of the agent's own classes, so that it is not seen as growth of the
 * subject. Read {@link io.scupper.agent.fault.Fault} first, then {@link io.scupper.agent.fault.Effect}.
 */
@NullMarked
package io.scupper.agent.fault;

import org.jspecify.annotations.NullMarked;
