package io.scupper.examples.leaktests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.testcontainers.DockerClientFactory;

/** A TCP port of this machine behind which its Docker engine answers, as that of another machine would. */
final class EnginePort implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 << 10;

    private final ServerSocketChannel listener;
    private final SocketAddress engine;
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private volatile int connections;

    private EnginePort(ServerSocketChannel listener, SocketAddress engine) {
        this.listener = listener;
        this.engine = engine;
    }

    static EnginePort open() throws IOException {
        String socket = DockerClientFactory.instance().getRemoteDockerUnixSocketPath();
        var listener = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        var port = new EnginePort(listener, UnixDomainSocketAddress.of(socket));
        start(port::accept);
        return port;
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    int connections() {
        return connections;
    }

    private void accept() {
        try {
            while (listener.isOpen()) {
                SocketChannel client = listener.accept();
                SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX);
                open.addAll(List.of(client, server));
                server.connect(engine);
                connections = open.size() / 2;
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** Passes bytes on until one end is closed; then the other end hears of it. */
    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "engine-port");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel each : open) {
            each.close();
        }
    }
}
