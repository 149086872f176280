/**
 * Plants a small leak that is known, so that the runner can see whether its probes are blind. Knows nothing of the other
 * parts of the agent. Read {@link io.scupper.agent.plant.Plants} first.
 */
@NullMarked
package io.scupper.agent.plant;

import org.jspecify.annotations.NullMarked;
