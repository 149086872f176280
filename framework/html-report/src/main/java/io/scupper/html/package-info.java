/**
 * Pages, and a summary for a pull request, from the JSON records alone. Knows the words and units of the model, and nothing of
 * how a run came about. Read {@link io.scupper.html.HtmlReport} and {@code TestPage} first.
 */
@NullMarked
package io.scupper.html;

import org.jspecify.annotations.NullMarked;
