/** Placeholder. */
@org.jspecify.annotations.NullMarked
package io.scupper.boot;
