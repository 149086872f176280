/**
 * Looks out for what comes and goes in the subject, and remembers which code brought forth what has stayed. Keeps objects weakly and
 * by identity, in entries of its own classes, and calls no method of theirs. Imports {@code boot}, {@code control},
 * {@code agent.jvm} and {@code agent.weave} only. Read {@link io.scupper.agent.witness.Witnesses} first, then
 * {@link io.scupper.agent.witness.Sightings}.
 */
@NullMarked
package io.scupper.agent.witness;

import org.jspecify.annotations.NullMarked;
