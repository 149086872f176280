/** The cause {@code task-leak}: a task waits for ever on a queue that nobody fills. */
@NullMarked
package io.scupper.examples.causes.taskleak;

import org.jspecify.annotations.NullMarked;
