/**
 * A stubbed upstream by WireMock, which runs as a process or container of its own so that its heap and threads are never
 * taken for the subject's. Imports {@code model} and {@code spi}. Read {@link io.scupper.ext.wiremock.StubServer} first.
 */
@NullMarked
package io.scupper.ext.wiremock;

import org.jspecify.annotations.NullMarked;
