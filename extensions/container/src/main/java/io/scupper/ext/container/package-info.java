/**
 * Subjects and companions in containers, by way of Testcontainers. Imports {@code model}, {@code spi} and, from
 * {@code runtime}, what brings the agent in and talks to it; nobody else may import Testcontainers. Read
 * {@link io.scupper.ext.container.ContainerRuntime} and {@link io.scupper.ext.container.LiveContainer} first.
 */
@NullMarked
package io.scupper.ext.container;

import org.jspecify.annotations.NullMarked;
