/**
 * Puts calls to the dispatcher into the subject's methods and takes them out again. The only package that knows Byte Buddy.
 * Advice is inlined into strangers' classes and may refer to {@code io.scupper.boot} only. Read
 * {@link io.scupper.agent.weave.Weaver} first.
 */
@NullMarked
package io.scupper.agent.weave;

import org.jspecify.annotations.NullMarked;
