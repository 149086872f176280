package io.scupper.traffic;

/**
 * How a client takes its time.
 *
 * @param bytesPerSecond of the body that it sends, or of the response that it reads; from 1
 * @param stallAfter so many bytes of it, the client does no more at all and stays; from 0
 */
public record Dawdle(Direction direction, long bytesPerSecond, long stallAfter) {

    /** What takes its time. */
    public enum Direction {
        /** Sending the body. */
        SENDING,
        /** Reading the response. */
        READING
    }

    /** Returns how many bytes may have moved so long after the beginning. */
    long allowed(long nanos) {
        double due = nanos / 1e9 * bytesPerSecond;
        return due >= stallAfter ? stallAfter : (long) due;
    }
}
