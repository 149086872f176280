/** A small service to be tested for leaks; it lives among the examples because Scupper's own classes are not counted. */
@NullMarked
package io.scupper.example.shop;

import org.jspecify.annotations.NullMarked;
