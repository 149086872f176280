package io.scupper.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Sends the same request over one connection again and again. It does as little as can be done: what it takes is time that the
 * service does not have, and would hide what the service takes more.
 */
final class Caller implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final int TIME_OUT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final StringBuilder line = new StringBuilder();

    /** Connects to a port of this machine. */
    Caller(int port, String path) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIME_OUT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Calls once and reads the answer to its end.
     *
     * @throws IllegalStateException if its status is not 200, or its length is not told beforehand
     */
    void call() throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException("The service answered '" + status + "'.");
        }
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IllegalStateException("The service does not tell the length of its answer.");
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The service hung up in the middle of an answer.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
