/** The cause {@code jdbc-unclosed}: where a query fails, its connection, statement or result set stays open. */
@NullMarked
package io.scupper.examples.causes.jdbcunclosed;

import org.jspecify.annotations.NullMarked;
