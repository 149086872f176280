/**
 * What woven code calls: a few classes on the boot class path, so that even {@code java.base} can see them. Imports nothing
 * but {@code java.lang} and holds no logic of any fault; that is behind {@link io.scupper.boot.Site}. Read
 * {@link io.scupper.boot.Dispatcher} first.
 */
@NullMarked
package io.scupper.boot;

import org.jspecify.annotations.NullMarked;
