package io.scupper.traffic;

/**
 * What became of a request.
 *
 * @param status 0 if none could be read
 * @param bodyBytesSent of the body, as it goes on the wire
 * @param bytesReceived of the response, its head included
 */
public record Answer(Outcome outcome, int status, long bodyBytesSent, long bytesReceived) {

    /** How it ended. */
    public enum Outcome {
        /** Sent whole and answered. */
        ANSWERED,
        /** Answered before it was sent whole; the rest was not sent. */
        REJECTED,
        /** Closed or reset by the server without a status that could be read. */
        RESET,
        /** Sent whole, and neither answered nor closed in time. */
        UNANSWERED
    }

    /** Writes it in a word or two for a tally, for example {@code 413 early}. */
    public String inWords() {
        return switch (outcome) {
            case ANSWERED -> Integer.toString(status);
            case REJECTED -> status + " early";
            case RESET -> "reset";
            case UNANSWERED -> "no answer";
        };
    }
}
