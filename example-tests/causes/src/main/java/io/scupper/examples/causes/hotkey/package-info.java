/** The cause {@code hot-key}: all reads of a hot key, and of keys that do not exist, go through to the store. */
@NullMarked
package io.scupper.examples.causes.hotkey;

import org.jspecify.annotations.NullMarked;
