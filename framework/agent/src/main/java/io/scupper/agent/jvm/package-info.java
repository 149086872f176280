/**
 * What all parts of the agent need of the JVM they live in: opening packages, bounded calls, knowing the agent's own
 * classes. Imports {@code boot} only. Read {@link io.scupper.agent.jvm.Reach} first.
 */
@NullMarked
package io.scupper.agent.jvm;

import org.jspecify.annotations.NullMarked;
