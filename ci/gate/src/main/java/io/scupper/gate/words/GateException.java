package io.scupper.gate.words;

/** Something that the gate was given is not what it can decide on; the message is one line that says what to do. */
public final class GateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one with its message. */
    public GateException(String message) {
        super(message);
    }

    /** Makes one with its message and cause. */
    public GateException(String message, Throwable cause) {
        super(message, cause);
    }
}
