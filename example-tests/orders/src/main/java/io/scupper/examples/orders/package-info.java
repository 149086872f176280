/**
 * An orders service made of real parts: an HTTP server, a pooled HTTP client, Redis publish and subscribe, an executor.
 * It knows nothing of Scupper: it is the stranger under test. It is built twice from the same code: what differs is in
 * {@code src/leaky} (five mistakes that good engineers make) and {@code src/remedied} (what they do about them), so that
 * a diff of these two folders is the lesson. Read {@code OrdersService} and {@code OrdersHandler} first.
 */
@NullMarked
package io.scupper.examples.orders;

import org.jspecify.annotations.NullMarked;
