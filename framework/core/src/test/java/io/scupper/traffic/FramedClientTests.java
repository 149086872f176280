package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramedClientTests {

    private static final RawRequest REPORT = RawRequest.of("GET", "/report?day=1");

    @Test
    void bodiesAreSentWholeBeyondEveryWindow() throws Exception {
        try (var server = Http2Server.answering(201)) {
            Answer answer = FramedClient.of(server.base()).send(upload(3 << 20, Framing.CONTENT_LENGTH));

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.ANSWERED);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(server.result()).isEqualTo("HTTP/2.0 POST /orders, 3145728 bytes, text/plain");
        }
    }

    @Test
    void compressedBodiesHaveNoChunks() throws Exception {
        try (var server = new Http2Server((request, response, in, out) -> {
            int inflated = new GZIPInputStream(in).readAllBytes().length;
            return request.getHeaders().get(HttpHeader.CONTENT_ENCODING) + " " + inflated;
        })) {
            Answer answer = FramedClient.of(server.base()).send(upload(2 << 20, Framing.GZIP));

            assertThat(server.result()).isEqualTo("gzip 2097152");
            assertThat(answer.bodyBytesSent()).isLessThan(200_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 404, 413, 429, 500, 503, 598})
    void statusesAreReadHoweverTheyAreWritten(int status) throws Exception {
        try (var server = Http2Server.answering(status)) {
            assertThat(FramedClient.of(server.base()).send(REPORT).status()).isEqualTo(status);
            assertThat(server.result()).isEqualTo("HTTP/2.0 GET /report?day=1, 0 bytes, null");
        }
    }

    @Test
    void longFieldsGoOutInSeveralFrames() throws Exception {
        try (var server = new Http2Server((request, response, in, out) ->
                "" + request.getHeaders().get("x-key").length())) {
            var request = new RawRequest("GET", "/", Map.of("X-Key", "k".repeat(100_000)), Optional.empty());

            assertThat(FramedClient.of(server.base()).send(request).status()).isEqualTo(200);
            assertThat(server.result()).isEqualTo("100000");
        }
    }

    @Test
    void longResponsesAreReadToTheirEnd() throws Exception {
        try (var server = new Http2Server((request, response, in, out) -> {
            out.write(new byte[5 << 20]);
            return "written";
        })) {
            Answer answer = FramedClient.of(server.base()).send(REPORT);

            assertThat(answer.bytesReceived()).isBetween(5L << 20, (5L << 20) + 1_000);
        }
    }

    @Test
    void anEarlyRefusalEndsTheSending() throws Exception {
        try (var server = new Http2Server((request, response, in, out) -> {
            response.setStatus(413);
            return "refused";
        })) {
            Answer answer = FramedClient.of(server.base()).send(upload(1L << 40, Framing.CONTENT_LENGTH));

            assertThat(answer.inWords()).isEqualTo("413 early");
        }
    }

    @Test
    void noConnectionStaysBehind() throws Exception {
        try (var server = Http2Server.answering(200)) {
            FramedClient.of(server.base()).send(REPORT);

            await().atMost(Duration.ofSeconds(10)).until(() -> server.connections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Abort.Stage.class,
            names = {"MID_BODY", "BEFORE_RESPONSE", "MID_RESPONSE"})
    void aRequestThatIsAbandonedFailsAtTheServer(Abort.Stage stage) throws Exception {
        var abandoned = new CountDownLatch(1);
        try (var server = new Http2Server((request, response, in, out) -> {
            switch (stage) {
                case MID_BODY -> in.readAllBytes();
                case BEFORE_RESPONSE -> untilOver(abandoned);
                default -> {}
            }
            for (int i = 0; i < 1_000; i++) {
                out.write(new byte[16 << 10]);
            }
            return "written";
        })) {
            var abort = new Abort(stage, Abort.Ending.RESET, 5_000, Duration.ofMillis(100));

            int status = FramedClient.of(server.base()).abandon(upload(100_000, Framing.CONTENT_LENGTH), abort);
            abandoned.countDown();

            assertThat(status).isEqualTo(stage == Abort.Stage.MID_RESPONSE ? 200 : 0);
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, RESET", "HEADERS, RESET", "MID_RESPONSE, FIN"})
    void whatOnlyConnectionsHaveIsRefused(Abort.Stage stage, Abort.Ending ending) throws Exception {
        try (var server = Http2Server.answering(200)) {
            assertThatThrownBy(() -> FramedClient.of(server.base())
                            .abandon(REPORT, new Abort(stage, ending, 1, Duration.ofMillis(50))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HTTP/2 can only cancel a request");
        }
    }

    @Test
    void aSlowReaderHoldsTheServersWriterBack() throws Exception {
        var written = new AtomicLong();
        try (var server = new Http2Server((request, response, in, out) -> {
            for (int i = 0; i < 64; i++) {
                out.write(new byte[16 << 10]);
                written.addAndGet(16 << 10);
            }
            return "written";
        })) {
            var dawdle = new Dawdle(Dawdle.Direction.READING, 100L << 20, 100_000);
            try (var reader = FramedClient.of(server.base()).linger(REPORT, dawdle)) {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> reader.step(true) && reader.answer().bytesReceived() >= 100_000);
                reader.step(true);

                assertThat(reader.answer().bytesReceived()).isLessThan(150_000);
                assertThat(written.get()).isLessThan(512 << 10);
            }
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    @Test
    void aSlowBodyArrivesAsFarAsItIsDue() throws Exception {
        var read = new AtomicLong();
        try (var server = new Http2Server((request, response, in, out) -> {
            byte[] buffer = new byte[1_000];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read.addAndGet(n);
            }
            return "whole";
        })) {
            var dawdle = new Dawdle(Dawdle.Direction.SENDING, 100L << 20, 20_000);
            try (var sender = FramedClient.of(server.base()).linger(upload(50_000, Framing.CONTENT_LENGTH), dawdle)) {
                await().atMost(Duration.ofSeconds(10)).until(() -> sender.step(true) && read.get() > 18_000);

                assertThat(read.get()).isLessThanOrEqualTo(20_000);
            }
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    /** A server that has granted no more than there is need not grant anything for the end. */
    @Test
    void aBodyThatFillsTheWindowIsEndedWithin() throws Exception {
        try (var server = new RawServer<>(socket -> {
            socket.getOutputStream().write(Frames.frame(Frames.SETTINGS, 0, 0, new byte[0]));
            socket.getInputStream().readNBytes(Frames.greeting(Integer.MAX_VALUE).length);
            int body = 0;
            boolean ended = false;
            while (!ended) {
                byte[] header = socket.getInputStream().readNBytes(Frames.HEADER_BYTES);
                int length = (header[1] & 0xff) << 8 | header[2] & 0xff;
                socket.getInputStream().readNBytes(length);
                body += header[3] == Frames.DATA ? length : 0;
                ended = header[3] == Frames.DATA && header[Frames.FLAGS_AT] == Frames.END_STREAM;
            }
            int flags = Frames.END_HEADERS | Frames.END_STREAM;
            socket.getOutputStream().write(Frames.frame(Frames.HEADERS, flags, 1, new byte[] {(byte) 0x88}));
            return body;
        })) {
            Answer answer = FramedClient.of(server.base(), Duration.ofSeconds(2))
                    .send(upload(Frames.DEFAULT_WINDOW, Framing.CONTENT_LENGTH));

            assertThat(answer.inWords()).isEqualTo("200");
            assertThat(server.result()).isEqualTo(Frames.DEFAULT_WINDOW);
        }
    }

    @Test
    void aServerOfAnotherVersionSaysSo() throws Exception {
        try (var server = new RawServer<>(socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readNBytes(24).length;
        })) {
            assertThatThrownBy(() -> FramedClient.of(server.base()).send(REPORT))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "The server began with 'HTTP/1.1 ' and not with a frame of settings: it does not speak HTTP/2 on"
                                    + " this port without TLS. Switch h2c on there, or use HTTP/1.1.");
        }
    }

    private static RawRequest upload(long size, Framing framing) {
        return RawRequest.of("POST", "/orders").with(Payload.of(size, framing, 100, "text/plain", 0));
    }

    private static void untilOver(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
