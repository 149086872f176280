package io.scupper.runtime;

import io.scupper.spi.Deadline;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Asks an HTTP server whether it is ready, one connection a question. It waits for an answer, because a port may be open
 * before anything listens behind it, as those that a container engine publishes are. It speaks over a plain socket because
 * every HTTP client of the JDK keeps a thread or a connection afterwards, which would be counted as the subject's when it
 * runs in this JVM. For use by one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReadyCheck {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int MOST_OF_A_LINE = 200;
    private static final int MOST_BYTES = 64 << 10;

    private final URI server;
    private final String path;
    private String lastAnswer = "it was not asked yet";

    /** Makes a check of a server, without a path, and of the path that is answered once it is ready. */
    public ReadyCheck(URI server, String path) {
        this.server = server;
        this.path = path.startsWith("/") ? path : "/" + path;
    }

    /**
     * Asks once and tells whether the status was below 400. Waits for 5 s at the most to be connected, and again to be
     * answered.
     */
    public boolean isReady(Deadline deadline) {
        try (var socket = new Socket()) {
            int timeoutMillis = (int) deadline.attempt(ATTEMPT).toMillis();
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write(request());
            var in = new BufferedInputStream(socket.getInputStream());
            int status = status(in, Deadline.in(ATTEMPT));
            drain(in, Deadline.in(ATTEMPT));
            lastAnswer = "the last answer had status " + status;
            return status < 400;
        } catch (IOException e) {
            lastAnswer = "the last attempt met " + e;
            return false;
        }
    }

    /** Returns what was asked and what came of it, in words. */
    public String lastSeen() {
        return "GET " + server + path + ": " + lastAnswer;
    }

    private byte[] request() {
        String text = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nAccept: */*\r\n\r\n"
                .formatted(path, server.getAuthority());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(InputStream in, Deadline deadline) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r' && c != '\n' && line.length() < MOST_OF_A_LINE; c = in.read()) {
            line.append((char) c);
            if (deadline.isOver()) {
                throw new IOException("an answer that does not end: '" + line + "'");
            }
        }
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException(line.isEmpty() ? "no answer" : "an answer that is not HTTP: '" + line + "'");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Reads the rest, as far as it is short: a connection closed before that would be an error in the subject's log. */
    private static void drain(InputStream in, Deadline deadline) {
        var rest = new byte[4096];
        int length = 0;
        try {
            for (int n = 0; n >= 0 && length < MOST_BYTES && !deadline.isOver(); n = in.read(rest)) {
                length += n;
            }
        } catch (IOException e) {
            // The status is known, and how the connection ends does not change it.
        }
    }
}
