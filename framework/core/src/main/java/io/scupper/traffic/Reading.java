package io.scupper.traffic;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Takes in one response as its bytes come, and says what the protocol has to say meanwhile. What a version of HTTP adds
 * to sending and reading is behind this, so that one exchange serves them all.
 */
interface Reading {

    /** After so many bytes, 64 MiB, a response counts as read: draining an endless one would hang the test. */
    long BOUND = 64L << 20;

    /** Returns the status, or 0 as long as the head of the response has not been read. */
    int status();

    /** Tells whether the response is at its end, or at the bound. */
    boolean isDone();

    /** Tells whether only the server's closing will end the response. */
    boolean endsByClose();

    /** Returns how many bytes of the response were fed to it. */
    long received();

    /** Returns how long a body the response announces, in bytes; -1 if it does not, or not yet. */
    long announced();

    /** Takes all bytes that remain in {@code bytes}. */
    void feed(ByteBuffer bytes) throws ProtocolException;

    /** Tells whether the server wants no more of the request. */
    default boolean stopsSending() {
        return status() >= 400 || received() >= BOUND;
    }

    /** Tells whether the server ended the request without ending the connection. */
    default boolean isReset() {
        return false;
    }

    /** Returns how many bytes of a body the server takes at present. */
    default long credit() {
        return Long.MAX_VALUE;
    }

    /** Counts bytes of a body that were sent. */
    default void spend(long bytes) {}

    /** Takes out what has to be said to the server between two pieces of the request; mostly empty. */
    default byte[] replies() {
        return new byte[0];
    }

    /**
     * Lets the server send so many bytes more.
     *
     * @return false if it cannot be told, so that only not reading holds it back
     */
    default boolean grant(long bytes) {
        return false;
    }

    /** Returns what is said when the response is over. */
    default byte[] farewell() {
        return new byte[0];
    }
}
