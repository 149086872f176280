package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTests {

    private static final int SIZE = 300_001;

    private HttpServer server;
    private volatile HttpExchange seen;
    private volatile byte[] arrived;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            seen = exchange;
            arrived = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write("made".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void contentLengthArrivesByteForByte() throws IOException {
        var payload = payload(Framing.CONTENT_LENGTH, SIZE);

        Answer answer = send(payload);

        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.ANSWERED);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.bodyBytesSent()).isEqualTo(SIZE);
        assertThat(header("Content-Length")).isEqualTo("300001");
        assertThat(arrived).isEqualTo(content(SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 65_528, SIZE})
    void chunksDecodeToTheContent(int size) throws IOException {
        send(payload(Framing.CHUNKED, size));

        assertThat(header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(header("Content-Length")).isNull();
        assertThat(arrived).isEqualTo(content(size));
    }

    @Test
    void multipartHasOneFile() throws IOException {
        Answer answer = send(payload(Framing.MULTIPART, SIZE));

        String boundary = header("Content-Type").split("boundary=")[1];
        String text = new String(arrived, StandardCharsets.ISO_8859_1);
        String opening = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scupper.bin\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\n";
        String closing = "\r\n--" + boundary + "--\r\n";
        assertThat(header("Content-Length")).isEqualTo(Integer.toString(arrived.length));
        assertThat(answer.bodyBytesSent()).isEqualTo(arrived.length);
        assertThat(text).startsWith(opening).endsWith(closing);
        assertThat(text.substring(opening.length(), text.length() - closing.length()))
                .isEqualTo(new String(content(SIZE), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"2", "10", "100", "400", "1000"})
    void gzipInflatesToTheSizeAndShrinksByTheRatio(int ratio) throws IOException {
        int size = 8 << 20;

        send(Payload.of(size, Framing.GZIP, ratio, "text/plain", 7));

        assertThat(header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(arrived)).readAllBytes())
                .hasSize(size);
        assertThat((double) size / arrived.length).isBetween(ratio * 0.8, ratio * 1.2);
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void anEmptyBodyIsWellFormedInEachFraming(Framing framing) throws IOException {
        assertThat(send(payload(framing, 0)).status()).isEqualTo(201);
    }

    @Test
    void jsonIsOneObjectOfExactlyThisSize() throws IOException {
        send(Payload.of(1000, Framing.CHUNKED, 1, "application/json", 0));

        assertThat(new String(arrived, StandardCharsets.US_ASCII))
                .hasSize(1000)
                .matches("\\{\"payload\":\"[A-Za-z0-9_-]*\"}");
    }

    @Test
    void theSeedAloneDecidesTheBytes() throws IOException {
        assertThat(wire(Payload.of(5000, Framing.GZIP, 10, "a/b", 3)))
                .isEqualTo(wire(Payload.of(5000, Framing.GZIP, 10, "a/b", 3)))
                .isNotEqualTo(wire(Payload.of(5000, Framing.GZIP, 10, "a/b", 4)));
    }

    private Answer send(Payload payload) throws IOException {
        var client = RawClient.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        return client.send(RawRequest.of("POST", "/orders").with(payload));
    }

    private String header(String name) {
        return seen.getRequestHeaders().getFirst(name);
    }

    private static Payload payload(Framing framing, int size) {
        return Payload.of(size, framing, 10, "application/octet-stream", 1);
    }

    /** The bytes of the pattern itself, cut from the block by the simplest means there are. */
    private static byte[] content(int size) {
        byte[] block = Block.random(1);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = block[i % block.length];
        }
        return content;
    }

    private static byte[] wire(Payload payload) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(ByteSource.LEAST_ROOM);
        try (var source = payload.open()) {
            while (source.fill(buffer.clear())) {
                bytes.write(buffer.array(), 0, buffer.position());
            }
        }
        return bytes.toByteArray();
    }
}
