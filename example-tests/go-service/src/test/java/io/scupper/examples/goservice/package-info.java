/** The leak tests of a Go service, and the tests about these tests. */
@NullMarked
package io.scupper.examples.goservice;

import org.jspecify.annotations.NullMarked;
