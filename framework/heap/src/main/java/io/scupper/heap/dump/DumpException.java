package io.scupper.heap.dump;

/** A heap dump that cannot be read; the message says which, what is wrong and what to do. */
public final class DumpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DumpException(String message) {
        super(message);
    }

    DumpException(String message, Throwable cause) {
        super(message, cause);
    }
}
