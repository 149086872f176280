package io.scupper.traffic;

import java.time.Duration;

/**
 * How a client goes away before its request is over.
 *
 * @param afterBytes how many bytes of the body it sends, or of the response it reads, before it goes; from 1, and of
 *     meaning only for {@link Stage#MID_BODY} and {@link Stage#MID_RESPONSE}
 * @param patience how long it waits before it goes, for {@link Stage#BEFORE_RESPONSE}, and with HTTP/2 for
 *     {@link Stage#MID_BODY}: long enough that the server has begun, short enough that it has not answered
 */
public record Abort(Stage stage, Ending ending, long afterBytes, Duration patience) {

    /** Tells whether HTTP/2 has it too, which cancels a request and leaves the connection whole. */
    public boolean isOfStreams() {
        return ending == Ending.RESET && stage != Stage.CONNECT && stage != Stage.HEADERS;
    }

    /** When it goes. */
    public enum Stage {
        /** The connection is open, nothing is sent. */
        CONNECT,
        /** A part of the head is sent. */
        HEADERS,
        /** The head and a part of the body are sent. */
        MID_BODY,
        /** The request is sent whole, nothing of the response has come. */
        BEFORE_RESPONSE,
        /** The status line and a part of the response are read. */
        MID_RESPONSE
    }

    /** How the server learns of it. */
    public enum Ending {
        /** RST: both directions end at once, and what is under way is lost. */
        RESET,
        /**
         * FIN: the server reads the end of the stream, and notices no more until it writes. Where a part of the response has
         * come and was not read, the system follows the FIN with a RST.
         */
        FIN
    }
}
