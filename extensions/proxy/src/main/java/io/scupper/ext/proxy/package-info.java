/**
 * A TCP proxy between the subject and what it talks to, in plain JDK sockets, and the faults of the wire: one class for each
 * disturbance, on live connections too. Runs in the test's JVM or, controlled over a port, in a container. Imports
 * {@code spi}, {@code model} and {@code control}. Read {@link io.scupper.ext.proxy.TcpProxy} first, then
 * {@link io.scupper.ext.proxy.Pump} and {@link io.scupper.ext.proxy.Disturber}.
 */
@NullMarked
package io.scupper.ext.proxy;

import org.jspecify.annotations.NullMarked;
