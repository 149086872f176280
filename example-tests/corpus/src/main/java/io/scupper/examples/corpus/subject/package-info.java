/** The process that is judged: {@link io.scupper.examples.corpus.subject.Subject} is what each of its kinds says. */
@NullMarked
package io.scupper.examples.corpus.subject;

import org.jspecify.annotations.NullMarked;
