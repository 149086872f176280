package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client goes away before it is asked what the server saw of it. */
@SuppressWarnings("try")
class LingeringTests {

    private static final RawRequest REPORT = RawRequest.of("GET", "/report");
    private static final long FAST = 100L << 20;
    private final AtomicLong moved = new AtomicLong();

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_LENGTH", "CHUNKED"})
    void aBodyArrivesAsFarAsItIsDueAndNoFurther(Framing framing) throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    return countToEnd(socket);
                });
                var sender = RawClient.of(server.base()).linger(upload(1 << 20, framing), sending(FAST, 5_000))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> sender.step(true) && moved.get() >= 5_000);
            sender.step(true);
            sender.close();

            assertThat(server.result()).isEqualTo(5_000);
        }
    }

    @Test
    void theRateBoundsWhatIsSent() throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    return countToEnd(socket);
                });
                var sender = RawClient.of(server.base())
                        .linger(upload(1 << 20, Framing.CONTENT_LENGTH), sending(100, 1 << 20))) {
            long begun = System.nanoTime();
            await().atMost(Duration.ofSeconds(10)).until(() -> sender.step(true) && moved.get() >= 20);
            double seconds = (System.nanoTime() - begun) / 1e9;

            assertThat(seconds).isGreaterThan(0.15);
            assertThat((double) moved.get()).isLessThanOrEqualTo(100 * (seconds + 0.05) + 1);
        }
    }

    @Test
    void nothingMovesWhenItMayNot() throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    return countToEnd(socket);
                });
                var sender =
                        RawClient.of(server.base()).linger(upload(100, Framing.CONTENT_LENGTH), sending(FAST, 100))) {
            assertThat(sender.step(false)).isTrue();
            sender.close();

            assertThat(server.result()).isZero();
        }
    }

    @Test
    void aServerThatHasWaitedLongEnoughEndsIt() throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    say(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
                    return null;
                });
                var sender =
                        RawClient.of(server.base()).linger(upload(1 << 20, Framing.CONTENT_LENGTH), sending(1, 0))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !sender.step(false));

            assertThat(sender.answer().inWords()).isEqualTo("408 early");
        }
    }

    @Test
    void aBodyThatComesToItsEndIsAnswered() throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    socket.getInputStream().readNBytes(3_000);
                    say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    return null;
                });
                var sender = RawClient.of(server.base())
                        .linger(upload(3_000, Framing.CONTENT_LENGTH), sending(FAST, FAST))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !sender.step(true));

            assertThat(sender.answer().inWords()).isEqualTo("200");
        }
    }

    @Test
    void aReaderTakesWhatIsDueAndLeavesTheRest() throws Exception {
        try (var server = new RawServer<>(this::streamUntilItFails);
                var reader = RawClient.of(server.base()).linger(REPORT, reading(FAST, 100_000))) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> reader.step(true) && reader.answer().bytesReceived() > 100_000);
            reader.step(true);

            assertThat(reader.answer().bytesReceived()).isLessThan(100_200);
            assertThat(reader.answer().status()).isEqualTo(200);
            reader.close();
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    @Test
    void aResponseThatIsOverAtOnceCannotBeReadSlowly() throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789");
            return null;
        })) {
            assertThatThrownBy(() -> RawClient.of(server.base()).linger(REPORT, reading(1, 100)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "Nothing was read slowly: the response has 10 bytes, which the system takes in at once. It must"
                                    + " have some MiB, to be more than the buffers of both sides.");
        }
    }

    @Test
    void aRefusalMayBeShort() throws Exception {
        try (var server = new RawServer<>(socket -> {
                    RawServer.head(socket.getInputStream());
                    say(socket, "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
                    return null;
                });
                var reader = RawClient.of(server.base()).linger(REPORT, reading(1, 100))) {
            assertThat(reader.step(true)).isFalse();
            assertThat(reader.answer().status()).isEqualTo(429);
        }
    }

    private long countToEnd(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                moved.incrementAndGet();
            }
        } catch (java.net.SocketException e) {
            // What has come until the reset counts.
        }
        return moved.get();
    }

    private String streamUntilItFails(Socket socket) throws IOException {
        RawServer.head(socket.getInputStream());
        say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
        byte[] some = new byte[64 << 10];
        try {
            for (int i = 0; i < 10_000; i++) {
                socket.getOutputStream().write(some);
            }
        } catch (IOException e) {
            return "failed";
        }
        return "written";
    }

    private static Dawdle sending(long bytesPerSecond, long stallAfter) {
        return new Dawdle(Dawdle.Direction.SENDING, bytesPerSecond, stallAfter);
    }

    private static Dawdle reading(long bytesPerSecond, long stallAfter) {
        return new Dawdle(Dawdle.Direction.READING, bytesPerSecond, stallAfter);
    }

    private static RawRequest upload(long size, Framing framing) {
        return RawRequest.of("POST", "/orders").with(Payload.of(size, framing, 1, "text/plain", 0));
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
