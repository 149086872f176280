/** The leak tests of the service, and the tests about these tests. */
@NullMarked
package io.scupper.examples.springboot;

import org.jspecify.annotations.NullMarked;
