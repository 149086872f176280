package io.scupper.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Asks an HTTP server whether it is ready, one connection a question. It speaks over a plain socket because every HTTP
 * client of the JDK keeps a thread or a connection afterwards, which would be counted as the subject's when it runs in
 * this JVM.
 */
final class ReadyCheck {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final int LEAST_MILLIS = 250;
    private static final int MOST_MILLIS = 5_000;
    private static final int MOST_BYTES = 64 << 10;

    private final URI server;
    private final String path;
    private String lastAnswer = "it was not asked yet";

    ReadyCheck(URI server, String path) {
        this.server = server;
        this.path = path.startsWith("/") ? path : "/" + path;
    }

    /** Asks once, for 5 s at the most, and tells whether the status was below 400. */
    boolean isReady(Deadline deadline) {
        try (var socket = new Socket()) {
            // Not less for the last attempt: a timeout of its own making would hide what the others met.
            int timeoutMillis = Math.max(LEAST_MILLIS, deadline.millis(MOST_MILLIS));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write(request());
            int status = status(new BufferedInputStream(socket.getInputStream()), deadline);
            lastAnswer = "the last answer had status " + status;
            return status < 400;
        } catch (IOException e) {
            lastAnswer = "the last attempt met " + e;
            return false;
        }
    }

    /** Returns what was asked and what came of it, in words. */
    String lastSeen() {
        return "GET " + server + path + ": " + lastAnswer;
    }

    private byte[] request() {
        String text = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nAccept: */*\r\n\r\n"
                .formatted(path, server.getAuthority());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the rest too, as far as it is short: a connection closed before that would be an error in the subject's log. */
    private static int status(InputStream in, Deadline deadline) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r' && c != '\n' && line.length() < 200; c = in.read()) {
            line.append((char) c);
        }
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("an answer that is not HTTP: '" + line + "'");
        }
        var rest = new byte[4096];
        int length = 0;
        for (int n = 0; n >= 0 && length < MOST_BYTES && !deadline.isOver(); n = in.read(rest)) {
            length += n;
        }
        return Integer.parseInt(matcher.group(1));
    }
}
