package io.scupper.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * An HTTP/1.1 client that opens one connection a request, so that none is left at the server when the call returns. Holds
 * nothing between calls but the address; safe for use by many threads. A call blocks as long as bytes move in either
 * direction, and ends at the latest {@link #IDLE} after they stopped; interrupting its thread ends it at once.
 */
public final class RawClient {

    /** How long a connection may take to open, and how long nothing may move on it: 10 s. */
    public static final Duration IDLE = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 1 << 20;

    private final URI base;
    private final Duration idle;
    private final InetSocketAddress address;

    private RawClient(URI base, Duration idle) {
        this.base = base;
        this.idle = idle;
        this.address = new InetSocketAddress(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
    }

    /**
     * Makes a client of the server at this address.
     *
     * @throws IllegalArgumentException if it is not an {@code http://} address
     */
    public static RawClient of(URI base) {
        return of(base, IDLE);
    }

    /** Makes a client that is less, or more, patient than {@link #IDLE}. */
    static RawClient of(URI base, Duration idle) {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("The address is '%s', allowed is http://host:port.".formatted(base));
        }
        return new RawClient(base, idle);
    }

    /**
     * Sends a request and reads the response to its end.
     *
     * @return what became of it, which includes refusals and resets by the server
     * @throws IOException if there was no connection, the server took nothing for the idle time, or what it answered is
     *     not HTTP/1.1; the connection is closed then too
     */
    public Answer send(RawRequest request) throws IOException {
        return send(request, reader(request, 0));
    }

    /**
     * As {@link #send}, and keeps up to 1 MiB of the response's body.
     *
     * @throws IOException as {@link #send}
     */
    public Page fetch(RawRequest request) throws IOException {
        var reader = reader(request, MOST_KEPT);
        Answer answer = send(request, reader);
        return new Page(answer, reader.text());
    }

    /**
     * An answer with its body.
     *
     * @param text the body as UTF-8, at most its first MiB
     */
    public record Page(Answer answer, String text) {}

    private Answer send(RawRequest request, ResponseReader reader) throws IOException {
        try (var exchange = new Exchange(Connection.open(address, idle), idle, reader);
                var body = bodyOf(request)) {
            boolean whole = exchange.send(request.head(base.getRawAuthority()), body, Long.MAX_VALUE);
            exchange.readToEnd(whole);
            Answer answer = exchange.answer(whole);
            if (answer.outcome() == Answer.Outcome.ANSWERED) {
                exchange.leaveNoTrace();
            }
            return answer;
        }
    }

    /**
     * Sends a request, as far as {@code abort} says, and goes away.
     *
     * @return the status, as far as it was read, or 0
     * @throws IOException if it could not go away at that stage, because there was no connection, or because the server was
     *     earlier; the connection is closed then too
     */
    public int abandon(RawRequest request, Abort abort) throws IOException {
        // What the system takes in for a client that is slow to go, the server believes to be read.
        try (var exchange = new Exchange(Connection.openNarrow(address, idle), idle, reader(request, 0));
                var body = bodyOf(request)) {
            exchange.sipWhileSending();
            long most = abort.stage() == Abort.Stage.MID_BODY ? abort.afterBytes() : Long.MAX_VALUE;
            boolean sent = exchange.send(request.head(base.getRawAuthority()), body, most);
            boolean inTime = sent
                    && switch (abort.stage()) {
                        case MID_BODY -> true;
                        case BEFORE_RESPONSE -> exchange.staysSilent(abort.patience());
                        case MID_RESPONSE -> exchange.readAtLeast(abort.afterBytes());
                    };
            Answer answer = exchange.answer(sent);
            if (!inTime) {
                throw new IOException("Nothing was abandoned: the server was earlier (%s, %d bytes of response)."
                        .formatted(answer.inWords(), answer.bytesReceived()));
            }
            exchange.leave(abort.ending());
            return answer.status();
        }
    }

    private static ResponseReader reader(RawRequest request, int mostKept) {
        return new ResponseReader(request.method().equals("HEAD"), mostKept);
    }

    private static ByteSource bodyOf(RawRequest request) {
        return request.body().map(Payload::open).orElse(out -> false);
    }
}
