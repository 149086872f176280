/** The leak tests of the orders service, and the tests about these tests. Read {@code OrdersLeaks} first. */
@NullMarked
package io.scupper.examples.leaktests;

import org.jspecify.annotations.NullMarked;
