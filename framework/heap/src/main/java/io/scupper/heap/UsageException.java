package io.scupper.heap;

/** A command line that makes no sense; the message says what was given and what is allowed. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
