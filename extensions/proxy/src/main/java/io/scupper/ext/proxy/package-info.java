/**
 * A TCP proxy between the subject and what it talks to, in plain JDK sockets: stall, black hole and bandwidth, a direction
 * each, on live connections too. Runs in the test's JVM or, controlled over a port, in a container. Imports {@code spi},
 * {@code model} and the frames of {@code control}. Read {@link io.scupper.ext.proxy.TcpProxy} first, then
 * {@link io.scupper.ext.proxy.Pump}.
 */
@NullMarked
package io.scupper.ext.proxy;

import org.jspecify.annotations.NullMarked;
