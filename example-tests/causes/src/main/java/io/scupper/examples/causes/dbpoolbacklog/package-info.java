/** The cause {@code db-pool-backlog}: requests pile up behind a pool whose connections are dead and never retired. */
@NullMarked
package io.scupper.examples.causes.dbpoolbacklog;

import org.jspecify.annotations.NullMarked;
