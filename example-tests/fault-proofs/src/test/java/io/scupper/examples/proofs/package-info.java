/**
 * Proves each fault on the library that it is about: armed, the leaky subject fails and for the right reason; not armed or
 * remedied, it passes. Each class of tests is one fault, its subjects are in the package below.
 */
@NullMarked
package io.scupper.examples.proofs;

import org.jspecify.annotations.NullMarked;
