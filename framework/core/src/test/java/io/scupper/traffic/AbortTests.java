package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbortTests {

    private static final RawRequest REPORT = RawRequest.of("GET", "/report");
    private static final RawRequest UPLOAD = RawRequest.of("POST", "/orders")
            .with(Payload.of(100_000, Framing.CONTENT_LENGTH, 1, "application/octet-stream", 0));

    @ParameterizedTest
    @CsvSource({"RESET, Connection reset", "FIN, end of stream"})
    void aClientThatLeavesWithinTheBodyHasSentSoManyBytes(Abort.Ending ending, String seen) throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            int body = socket.getInputStream().readNBytes(5_000).length;
            return body + " bytes, " + howItEnds(socket);
        })) {
            RawClient.of(server.base()).abandon(UPLOAD, abort(Abort.Stage.MID_BODY, ending, 5_000));

            assertThat(server.result()).isEqualTo("5000 bytes, " + seen);
        }
    }

    @ParameterizedTest
    @CsvSource({"RESET, Connection reset", "FIN, end of stream"})
    void aClientThatLeavesBeforeTheResponseHasSentItsRequestWhole(Abort.Ending ending, String seen) throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            return howItEnds(socket);
        })) {
            RawClient.of(server.base()).abandon(REPORT, abort(Abort.Stage.BEFORE_RESPONSE, ending, 1));

            assertThat(server.result()).isEqualTo(seen);
        }
    }

    @Test
    void aClientThatLeavesWithinTheResponseHasReadTheStatus() throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun");
            return howItEnds(socket);
        })) {
            int status =
                    RawClient.of(server.base()).abandon(REPORT, abort(Abort.Stage.MID_RESPONSE, Abort.Ending.RESET, 3));

            assertThat(status).isEqualTo(200);
            assertThat(server.result()).isEqualTo("Connection reset");
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_RESPONSE, 1", "MID_RESPONSE, 1000"})
    void aServerThatAnswersFirstLeavesNothingToAbandon(Abort.Stage stage, long afterBytes) throws Exception {
        try (var server = new RawServer<>(socket -> {
            RawServer.head(socket.getInputStream());
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            return howItEnds(socket);
        })) {
            var patient = new Abort(stage, Abort.Ending.RESET, afterBytes, Duration.ofSeconds(10));

            assertThatThrownBy(() -> RawClient.of(server.base()).abandon(REPORT, patient))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Nothing was abandoned: the server was earlier (");
        }
    }

    private static Abort abort(Abort.Stage stage, Abort.Ending ending, long afterBytes) {
        return new Abort(stage, ending, afterBytes, Duration.ofMillis(50));
    }

    private static String howItEnds(Socket socket) throws IOException {
        try {
            int read = socket.getInputStream().read();
            return read < 0 ? "end of stream" : "one more byte";
        } catch (SocketException e) {
            return e.getMessage();
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
