/**
 * A real PostgreSQL as companion, a probe of its sessions, and faults of a database: locks, slow queries, connections that
 * others squat on. Imports {@code model}, {@code spi} and {@code control}. Read {@link io.scupper.ext.postgres.PostgresServer}
 * first.
 */
@NullMarked
package io.scupper.ext.postgres;

import org.jspecify.annotations.NullMarked;
