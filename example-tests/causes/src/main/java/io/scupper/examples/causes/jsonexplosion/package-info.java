/** {@code json-explosion}: a document that is made a tree of, though a few numbers of it are wanted. */
@NullMarked
package io.scupper.examples.causes.jsonexplosion;

import org.jspecify.annotations.NullMarked;
