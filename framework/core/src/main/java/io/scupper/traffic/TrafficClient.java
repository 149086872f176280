package io.scupper.traffic;

import java.io.IOException;

/**
 * Sends requests, each on a connection of its own, so that none is left at the server when a call returns. Holds nothing
 * between calls but the address; safe for use by many threads. A call blocks as long as bytes move in either direction,
 * and ends at the latest {@link RawClient#IDLE} after they stopped; interrupting its thread ends it at once.
 */
public sealed interface TrafficClient permits RawClient, FramedClient {

    /**
     * Sends a request and reads the response to its end.
     *
     * @return what became of it, which includes refusals and resets by the server
     * @throws IOException if there was no connection, the server took nothing for the idle time, or what it answered is
     *     not of this version of HTTP; the connection is closed then too
     */
    Answer send(RawRequest request) throws IOException;

    /**
     * Sends a request, as far as {@code abort} says, and goes away.
     *
     * @return the status, as far as it was read, or 0
     * @throws IOException if it could not go away at that stage, because there was no connection, or because the server was
     *     earlier; the connection is closed then too
     */
    int abandon(RawRequest request, Abort abort) throws IOException;

    /**
     * Begins a request and stays: the body is sent slowly, or the response read slowly, by {@link Lingering#step}.
     *
     * @return the request, of which nothing slow has been done as yet; to be closed
     * @throws IOException as {@link #send}, or because the response was over before it could be read slowly
     */
    Lingering linger(RawRequest request, Dawdle dawdle) throws IOException;
}
