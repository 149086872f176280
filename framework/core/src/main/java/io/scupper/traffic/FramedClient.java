package io.scupper.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An HTTP/2 client that speaks it from the first byte, without TLS and without asking (RFC 9113, 3.3), and has one request on
 * each connection. The JDK's own client can neither begin so (it asks by an upgrade of HTTP/1.1) nor stop granting a
 * window nor leave its connections.
 */
public final class FramedClient implements TrafficClient {

    private static final int WIDE = Integer.MAX_VALUE;

    /** The least window that some servers take; the response's beginning and no more fits in. */
    private static final int NARROW = 16 << 10;

    /** Fields of HTTP/1.1 that have no meaning here. */
    private static final Set<String> OF_CONNECTIONS =
            Set.of("transfer-encoding", "connection", "host", "content-length");

    private final URI base;
    private final Duration idle;
    private final InetSocketAddress address;

    private FramedClient(URI base, Duration idle) {
        this.base = base;
        this.idle = idle;
        this.address = RawClient.address(base);
    }

    /**
     * Makes a client of the server at this address.
     *
     * @throws IllegalArgumentException if it is not an {@code http://} address
     */
    public static FramedClient of(URI base) {
        return of(base, RawClient.IDLE);
    }

    /** Makes a client that is less, or more, patient than {@link RawClient#IDLE}. */
    static FramedClient of(URI base, Duration idle) {
        return new FramedClient(base, idle);
    }

    @Override
    public Answer send(RawRequest request) throws IOException {
        var reader = new FrameReader();
        try (var exchange = new Exchange(Connection.open(address, idle), idle, reader);
                var body = body(request, reader, Long.MAX_VALUE)) {
            boolean whole = exchange.send(head(request, WIDE), body, Long.MAX_VALUE);
            exchange.readToEnd(whole);
            Answer answer = exchange.answer(whole);
            if (answer.outcome() == Answer.Outcome.ANSWERED) {
                exchange.leaveNoTrace();
            }
            return answer;
        }
    }

    /**
     * As is said there; the connection stays whole, and the request is cancelled within it (RST_STREAM).
     *
     * @throws IllegalArgumentException if the stage or the ending is one that HTTP/2 does not have
     */
    @Override
    public int abandon(RawRequest request, Abort abort) throws IOException {
        if (!abort.isOfStreams()) {
            throw new IllegalArgumentException("HTTP/2 can only cancel a request: " + abort + ".");
        }
        var reader = new FrameReader();
        long most = abort.stage() == Abort.Stage.MID_BODY ? abort.afterBytes() : Long.MAX_VALUE;
        int window = (int) Math.min(WIDE, Math.max(NARROW, 2 * abort.afterBytes()));
        try (var exchange = new Exchange(Connection.openNarrow(address, idle), idle, reader);
                var body = body(request, reader, most)) {
            boolean sent = exchange.send(head(request, window), body, Long.MAX_VALUE);
            exchange.abandon(sent, abort, Frames.cancel());
            return reader.status();
        }
    }

    @Override
    public Lingering linger(RawRequest request, Dawdle dawdle) throws IOException {
        var reader = new FrameReader();
        return Exchange.begin(
                new Exchange(Connection.openNarrow(address, idle), idle, reader, Exchange.SMALL),
                head(request, dawdle.direction() == Dawdle.Direction.READING ? NARROW : WIDE),
                body(request, reader, Long.MAX_VALUE),
                dawdle);
    }

    private static ByteSource body(RawRequest request, Reading reader, long most) {
        return request.body()
                .<ByteSource>map(payload -> new DataFrames(payload.openUnchunked(), reader, most))
                .orElse(out -> false);
    }

    private byte[] head(RawRequest request, int window) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(":method", request.method());
        fields.put(":scheme", "http");
        fields.put(":authority", base.getRawAuthority());
        fields.put(":path", request.path());
        request.fields().forEach((name, value) -> {
            if (!OF_CONNECTIONS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                fields.put(name, value);
            }
        });
        byte[] greeting = Frames.greeting(window);
        byte[] headers = Frames.headers(fields, request.body().isEmpty());
        byte[] all = java.util.Arrays.copyOf(greeting, greeting.length + headers.length);
        System.arraycopy(headers, 0, all, greeting.length, headers.length);
        return all;
    }
}
