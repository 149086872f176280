package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the promise of flat memory means: a gigabyte goes out of a JVM whose heap could not hold a twentieth of it. */
class FlatMemoryIT {

    private static final long GIGABYTE = 1L << 30;

    /** With the end of the chunk before it. */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_LENGTH", "CHUNKED"})
    void aGigabytePassesThroughAHeapOf48Megabytes(Framing framing) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:MaxDirectMemorySize=4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatMemoryIT.class.getName(),
                        framing.name())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        System.out.println(framing.word() + ": " + printed.strip());
        assertThat(printed).startsWith("ANSWERED 200");
    }

    /** Runs in the forked JVM: sends a gigabyte to a server that drops it, and prints what came of it. */
    public static void main(String[] args) throws Exception {
        var framing = Framing.valueOf(args[0]);
        var request = RawRequest.of("POST", "/").with(Payload.of(GIGABYTE, framing, 1, "application/octet-stream", 0));
        try (var server = new RawServer<>(FlatMemoryIT::drain)) {
            long begun = System.nanoTime();
            Answer answer = RawClient.of(server.base()).send(request);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (server.result() < GIGABYTE) {
                throw new IOException("Only " + server.result() + " bytes arrived.");
            }
            System.out.printf(
                    "%s %d, %d bytes, %.0f MiB/s%n",
                    answer.outcome(), answer.status(), answer.bodyBytesSent(), 1024 / seconds);
        }
    }

    private static long drain(Socket socket) throws IOException {
        var in = socket.getInputStream();
        boolean chunked = RawServer.head(in).contains("chunked");
        byte[] buffer = new byte[64 << 10];
        var tail = "";
        long drained = 0;
        while (chunked ? !tail.endsWith(LAST_CHUNK) : drained < GIGABYTE) {
            int read = in.read(buffer);
            drained += read;
            int from = Math.max(0, read - LAST_CHUNK.length());
            tail += new String(buffer, from, read - from, StandardCharsets.ISO_8859_1);
            tail = tail.substring(Math.max(0, tail.length() - LAST_CHUNK.length()));
        }
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return drained;
    }
}
