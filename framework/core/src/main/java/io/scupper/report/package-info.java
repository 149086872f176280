/**
 * A run as JSON and as text. JSON first; whatever else is shown renders the same record. Read
 * {@link io.scupper.report.JsonRecord} and {@link io.scupper.report.FailureMessage} first.
 */
@NullMarked
package io.scupper.report;

import org.jspecify.annotations.NullMarked;
