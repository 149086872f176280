/** What the gate reads of records. Start with {@link io.scupper.gate.record.Records}. */
@NullMarked
package io.scupper.gate.record;

import org.jspecify.annotations.NullMarked;
