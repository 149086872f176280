/**
 * Who holds what grew, and who brought it forth, in the words in which messages, pages and summaries alike tell it. Knows the model
 * only. Read {@link io.scupper.trace.TraceText} and {@link io.scupper.trace.PathLine} first.
 */
@NullMarked
package io.scupper.trace;

import org.jspecify.annotations.NullMarked;
