package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection through the proxy: the subject's socket, the server's, and a thread for each direction. An end of stream
 * ends one direction; a reset of either side, like a server that cannot be reached, resets the other.
 */
final class Link {

    /**
     * Size of every socket buffer, in bytes. Small, so that a receiver that stops is felt by the sender after some hundred
     * KiB and not after the megabytes that the kernel would grow the buffers to.
     */
    static final int SOCKET_BUFFER_BYTES = 64 * 1024;

    private static final int CONNECT_MILLIS = 10_000;

    private final Socket subject;
    private final Socket server = new Socket();
    private final Pump toServer;
    private final Pump toSubject;
    private final Consumer<Link> whenOver;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();

    /** Makes a link, without effect as yet; {@code whenOver} is called once, by its last thread. */
    Link(Socket subject, Gates gates, Meter meter, Consumer<Link> whenOver) {
        this.subject = subject;
        this.toServer = new Pump(subject, server, Direction.TO_SERVER, gates.of(Direction.TO_SERVER), meter);
        this.toSubject = new Pump(server, subject, Direction.TO_SUBJECT, gates.of(Direction.TO_SUBJECT), meter);
        this.whenOver = whenOver;
    }

    /** Connects to the server and carries, in threads of its own. */
    void start(InetSocketAddress upstream, String name) {
        run(name + "-to-server", () -> {
            connect(upstream);
            run(name + "-to-subject", toSubject::run);
            toServer.run();
        });
    }

    /** Resets both sides and ends both threads; harmless when they have ended. */
    void reset() {
        Sockets.reset(subject);
        Sockets.reset(server);
        // Reads and writes end with their socket; a wait at the gate ends by the interrupt.
        threads.forEach(Thread::interrupt);
    }

    /** Waits until its threads have ended or the time is up. */
    void join(long untilNanos) throws InterruptedException {
        for (Thread thread : threads) {
            long left = (untilNanos - System.nanoTime()) / 1_000_000;
            thread.join(Math.max(1, left));
        }
    }

    private void connect(InetSocketAddress upstream) throws IOException {
        subject.setTcpNoDelay(true);
        subject.setSendBufferSize(SOCKET_BUFFER_BYTES);
        server.setTcpNoDelay(true);
        server.setSendBufferSize(SOCKET_BUFFER_BYTES);
        server.setReceiveBufferSize(SOCKET_BUFFER_BYTES);
        // Resolved each time: in a network of containers, a server may come back with another address.
        server.connect(
                upstream.isUnresolved()
                        ? new InetSocketAddress(upstream.getHostString(), upstream.getPort())
                        : upstream,
                CONNECT_MILLIS);
    }

    private void run(String name, Carrying carrying) {
        running.incrementAndGet();
        var thread = new Thread(() -> carry(carrying), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void carry(Carrying carrying) {
        try {
            carrying.run();
        } catch (IOException | InterruptedException e) {
            reset();
        } finally {
            if (running.decrementAndGet() == 0) {
                Sockets.close(subject);
                Sockets.close(server);
                whenOver.accept(this);
            }
        }
    }

    /** What a thread does. */
    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }
}
