package io.scupper.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that hands one connection to the test and keeps what the test made of it. */
final class RawServer<T> implements AutoCloseable {

    interface Handler<T> {
        T handle(Socket socket) throws IOException;
    }

    private final ServerSocket socket;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    RawServer(Handler<T> handler) {
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(() -> {
            try (var connection = socket.accept()) {
                result.complete(handler.handle(connection));
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    T result() throws Exception {
        return result.get(20, TimeUnit.SECONDS);
    }

    /** Returns what the kernel knows of a port of this machine, a row for each socket. */
    static List<String> rowsOf(int port) throws IOException {
        var rows = new ArrayList<String>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                lines.filter(row -> row.contains(":%04X ".formatted(port))).forEach(rows::add);
            }
        }
        return rows;
    }

    /** Reads the head of a request, byte by byte so that nothing of the body is lost. */
    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed within the head: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
