/**
 * Sends HTTP/1.1 and HTTP/2 requests over raw sockets: bodies of any size in constant memory, early answers, aborts at a chosen
 * stage. Knows nothing of faults and imports nothing but the JDK. Read {@link io.scupper.traffic.RawClient} and
 * {@link io.scupper.traffic.Payload} first.
 */
@NullMarked
package io.scupper.traffic;

import org.jspecify.annotations.NullMarked;
