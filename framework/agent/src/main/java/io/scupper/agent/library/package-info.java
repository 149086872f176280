/**
 * Which libraries the subject has loaded, in which version, and whether they still have the methods that a fault is about.
 * Loads no class of theirs. Read {@link io.scupper.agent.library.Libraries} first.
 */
@NullMarked
package io.scupper.agent.library;

import org.jspecify.annotations.NullMarked;
