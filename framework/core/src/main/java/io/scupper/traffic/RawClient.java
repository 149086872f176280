package io.scupper.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/** The HTTP/1.1 client: raw, because a test has to send what no client would, and leave where none does. */
public final class RawClient implements TrafficClient {

    /** How long a connection may take to open, and how long nothing may move on it: 10 s. */
    public static final Duration IDLE = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 1 << 20;

    private final URI base;
    private final Duration idle;
    private final InetSocketAddress address;

    private RawClient(URI base, Duration idle) {
        this.base = base;
        this.idle = idle;
        this.address = address(base);
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
        return new RawClient(base, idle);
    }

    static InetSocketAddress address(URI base) {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("The address is '%s', allowed is http://host:port.".formatted(base));
        }
        return new InetSocketAddress(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
    }

    @Override
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

    @Override
    public int abandon(RawRequest request, Abort abort) throws IOException {
        var reader = reader(request, 0);
        byte[] head = request.head(base.getRawAuthority());
        // What the system takes in for a client that is slow to go, the server believes to be read.
        try (var exchange = new Exchange(Connection.openNarrow(address, idle), idle, reader);
                var body = bodyOf(request)) {
            exchange.sipWhileSending();
            boolean sent = switch (abort.stage()) {
                case CONNECT -> true;
                case HEADERS -> exchange.send(Arrays.copyOf(head, head.length / 2), out -> false, 0);
                case MID_BODY -> exchange.send(head, body, abort.afterBytes());
                case BEFORE_RESPONSE, MID_RESPONSE -> exchange.send(head, body, Long.MAX_VALUE);
            };
            exchange.abandon(sent, abort, new byte[0]);
            return reader.status();
        }
    }

    @Override
    public Lingering linger(RawRequest request, Dawdle dawdle) throws IOException {
        return Exchange.begin(
                new Exchange(Connection.openNarrow(address, idle), idle, reader(request, 0), Exchange.SMALL),
                request.head(base.getRawAuthority()),
                bodyOf(request),
                dawdle);
    }

    private static ResponseReader reader(RawRequest request, int mostKept) {
        return new ResponseReader(request.method().equals("HEAD"), mostKept);
    }

    private static ByteSource bodyOf(RawRequest request) {
        return request.body().map(Payload::open).orElse(out -> false);
    }
}
