/**
 * A real RabbitMQ as companion, a probe of its queues and connections, and faults of a consumer: messages that are not
 * acknowledged or not consumed. Imports {@code model}, {@code spi} and {@code fault}. Read
 * {@link io.scupper.ext.rabbitmq.RabbitServer} first.
 */
@NullMarked
package io.scupper.ext.rabbitmq;

import org.jspecify.annotations.NullMarked;
