package io.scupper.examples.corpus.run;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Who the subject connects to: an HTTP server outside it that leaves connections open until the other side closes. */
final class Peer implements AutoCloseable {

    /**
     * The server of the JDK reads these once, when it is first used. By default it closes what is idle, and lets a second
     * answer on one connection wait for 40 ms.
     */
    static final String[] PATIENCE = {
        "-Dsun.net.httpserver.idleInterval=3600",
        "-Dsun.net.httpserver.maxIdleConnections=100000",
        "-Dsun.net.httpserver.nodelay=true"
    };

    private static final byte[] PRICE = "42".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;

    private Peer(HttpServer server) {
        this.server = server;
    }

    static Peer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, PRICE.length);
            try (var out = exchange.getResponseBody()) {
                out.write(PRICE);
            }
        });
        server.start();
        return new Peer(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
