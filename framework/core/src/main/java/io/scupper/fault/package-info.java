/**
 * The faults that Scupper brings, and how tests name them: by an annotation of their own, by {@code @Inject} or by a
 * {@link io.scupper.fault.FaultSpec}. A fault in the subject's JVM is a row in a table of join points; traffic is sent by
 * {@code io.scupper.traffic}. Read {@link io.scupper.fault.Faults} and {@link io.scupper.fault.JoinPointFault} first.
 */
@NullMarked
package io.scupper.fault;

import org.jspecify.annotations.NullMarked;
