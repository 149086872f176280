package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RawClientTests {

    private static final RawRequest LARGE = RawRequest.of("POST", "/orders")
            .with(Payload.of(64 << 20, Framing.CONTENT_LENGTH, 1, "application/octet-stream", 0));

    @Test
    void anEarlyAnswerAndAResetWhileSendingIsARejection() throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            socket.getInputStream().readNBytes(100_000);
            // Closing with the rest of the body unread makes the system send a RST.
            say(socket, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!");
            return "";
        })) {
            Answer answer = RawClient.of(server.base()).send(LARGE);

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REJECTED);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.bodyBytesSent()).isBetween(1L, (64L << 20) - 1);
            assertThat(answer.inWords()).isEqualTo("413 early");
        }
    }

    @Test
    void literalBytesAreSentAsTheyAreAndTheTextOfTheAnswerIsKept() throws Exception {
        try (var server = new RawServer<>(socket -> {
            String head = RawServer.head(socket.getInputStream());
            String body = new String(socket.getInputStream().readNBytes(2), StandardCharsets.UTF_8);
            say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngr\u00fc\r\n2\r\nss\r\n0\r\n\r\n");
            return head + body;
        })) {
            var request = RawRequest.of("POST", "/orders")
                    .with(Payload.literal("{}".getBytes(StandardCharsets.UTF_8), "application/json"));
            var page = RawClient.of(server.base()).fetch(request);

            assertThat(server.result()).contains("Content-Type: application/json", "Content-Length: 2", "{}");
            assertThat(page.text()).isEqualTo("gr\u00fcss");
            assertThat(page.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void anEarlyAnswerThatEndsByCloseDoesNotWaitForTheIdleTime() throws Exception {
        try (var server = new RawServer<>(socket -> {
            say(socket, "HTTP/1.1 413 Content Too Large\r\n\r\ntoo large");
            return socket.getInputStream().readAllBytes().length;
        })) {
            Answer answer = RawClient.of(server.base()).send(LARGE);

            assertThat(answer.inWords()).isEqualTo("413 early");
            assertThat(server.result()).isPositive();
        }
    }

    @Test
    void aResetWithoutAnswerIsAReset() throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            socket.setSoLinger(true, 0);
            return "";
        })) {
            assertThat(RawClient.of(server.base()).send(LARGE).inWords()).isEqualTo("reset");
        }
    }

    @Test
    void aServerThatEchoesWhileItReadsDoesNotBlock() throws Exception {
        int size = 32 << 20;
        var request = RawRequest.of("POST", "/").with(Payload.of(size, Framing.CONTENT_LENGTH, 1, "a/b", 0));
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
            byte[] buffer = new byte[8192];
            for (int echoed = 0; echoed < size; ) {
                int read = socket.getInputStream().read(buffer);
                socket.getOutputStream().write(buffer, 0, read);
                echoed += read;
            }
            return "";
        })) {
            Answer answer = RawClient.of(server.base()).send(request);

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.ANSWERED);
            assertThat(answer.bytesReceived()).isGreaterThan(size);
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        var done = new CountDownLatch(1);
        try (var server = new RawServer<>(socket -> await(done))) {
            var client = RawClient.of(server.base(), Duration.ofMillis(100));

            assertThat(client.send(RawRequest.of("GET", "/")).inWords()).isEqualTo("no answer");
        } finally {
            done.countDown();
        }
    }

    @Test
    void aServerThatStopsReadingIsAFailureThatSaysHowFarItCame() throws Exception {
        var done = new CountDownLatch(1);
        try (var server = new RawServer<>(socket -> await(done))) {
            var client = RawClient.of(server.base(), Duration.ofMillis(100));

            assertThatThrownBy(() -> client.send(LARGE))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("The server took no byte for 100 ms, after \\d+ bytes of the body\\.");
        } finally {
            done.countDown();
        }
    }

    @Test
    void anInterruptedThreadEndsItsRequest() throws Exception {
        var done = new CountDownLatch(1);
        try (var server = new RawServer<>(socket -> await(done))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> RawClient.of(server.base()).send(LARGE)).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            done.countDown();
        }
    }

    @Test
    void aRefusedConnectionNamesTheAddress() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() ->
                        RawClient.of(URI.create("http://127.0.0.1:" + port)).send(RawRequest.of("GET", "/")))
                .isInstanceOf(ConnectException.class)
                .hasMessage("No connection to 127.0.0.1:%d: Connection refused", port);
    }

    @Test
    void anotherProtocolIsAFailure() throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            say(socket, "SSH-2.0-OpenSSH\r\n");
            return "";
        })) {
            assertThatThrownBy(() -> RawClient.of(server.base()).send(RawRequest.of("GET", "/")))
                    .hasMessage("The response begins with 'SSH-2.0-OpenSSH', which is not HTTP/1.1.");
        }
    }

    /** Thousands of them would make the kernel's table slow to read, from which sockets are counted many times a second. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheServerClosesNothingIsLeftInTimeWait() throws Exception {
        try (var server = new RawServer<>(socket -> {
            String head = RawServer.head(socket.getInputStream());
            // An answer that ends by closing, so that the server has closed by then however slow it is.
            say(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok");
            return head;
        })) {
            assertThat(RawClient.of(server.base())
                            .send(RawRequest.of("GET", "/"))
                            .status())
                    .isEqualTo(200);

            assertThat(server.result()).contains("Connection: close");
            assertThat(RawServer.rowsOf(server.base().getPort()))
                    .as("beside the listener")
                    .hasSize(1);
        }
    }

    @Test
    void theConnectionIsClosedInOrderWhenTheCallReturns() throws Exception {
        try (var server = new RawServer<>(socket -> {
            String head = RawServer.head(socket.getInputStream());
            say(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            return head + socket.getInputStream().read();
        })) {
            var request = new RawRequest("GET", "/a?b=%20", java.util.Map.of("X-Key", "1"), java.util.Optional.empty());

            assertThat(RawClient.of(server.base()).send(request).status()).isEqualTo(204);
            assertThat(server.result())
                    .startsWith(
                            "GET /a?b=%20 HTTP/1.1\r\nHost: " + server.base().getAuthority() + "\r\n")
                    .contains("\r\nConnection: close\r\n")
                    .contains("\r\nX-Key: 1\r\n")
                    .endsWith("\r\n\r\n-1");
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }
}
