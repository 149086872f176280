/** Placeholder. */
@org.jspecify.annotations.NullMarked
package io.scupper.agent;
