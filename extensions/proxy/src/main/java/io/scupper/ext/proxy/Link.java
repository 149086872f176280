package io.scupper.ext.proxy;

import io.scupper.ext.proxy.Disturber.Side;
import io.scupper.spi.Wire.Direction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection through the proxy: the subject's socket, the server's, and a thread for each direction. An end of stream
 * ends one direction; a reset of either side, like a server that cannot be reached, resets the other, unless one side is
 * kept on purpose.
 */
final class Link implements Disturber.Connection {

    /**
     * Size of every socket buffer, in bytes. Small, so that a receiver that stops is felt by the sender after some hundred
     * KiB and not after the megabytes that the kernel would grow the buffers to.
     */
    static final int SOCKET_BUFFER_BYTES = 64 * 1024;

    private static final int CONNECT_MILLIS = 10_000;

    private final Socket subject;
    private final Socket server = new Socket();
    private final String name;
    private final Gate gate;
    private final Meter meter;
    private final Pump toServer;
    private final Pump toSubject;
    private final Consumer<Link> whenOver;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean started;

    @Nullable
    private volatile Side kept;

    @Nullable
    private volatile Applied keeper;

    /** Makes a link, without effect as yet; {@code whenOver} is called once, by its last thread. */
    Link(Socket subject, String name, Gate gate, Meter meter, Consumer<Link> whenOver) {
        this.subject = subject;
        this.name = name;
        this.gate = gate;
        this.meter = meter;
        this.toServer = new Pump(this, subject, server, Direction.TO_SERVER);
        this.toSubject = new Pump(this, server, subject, Direction.TO_SUBJECT);
        this.whenOver = whenOver;
    }

    /** Connects to the server and carries, in threads of its own. */
    void start(InetSocketAddress upstream) {
        started = true;
        run(Direction.TO_SERVER, "", () -> {
            try {
                connect(upstream);
                run(Direction.TO_SUBJECT, "", toSubject::run);
            } catch (IOException e) {
                if (!isKept()) {
                    throw e;
                }
            }
            toServer.run();
        });
    }

    Gate gate() {
        return gate;
    }

    Meter meter() {
        return meter;
    }

    /** Tells whether only one of its sides is left, on purpose. */
    boolean isKept() {
        return kept != null;
    }

    void keptBy(Applied applied) {
        keeper = applied;
    }

    @Nullable
    Applied keeper() {
        return keeper;
    }

    @Override
    public boolean isNew() {
        return !started;
    }

    @Override
    public boolean keep(Side side) {
        if (isKept()) {
            return false;
        }
        kept = side;
        Sockets.reset(side == Side.SUBJECT ? server : subject);
        return true;
    }

    /** Resets both sides and ends all threads; harmless when they have ended. */
    @Override
    public void reset() {
        Sockets.reset(subject);
        Sockets.reset(server);
        interrupt();
    }

    /** Closes both sides and ends all threads. */
    void close() {
        Sockets.close(subject);
        Sockets.close(server);
        interrupt();
    }

    /** Waits until its threads have ended or the time is up. */
    void join(long untilNanos) throws InterruptedException {
        for (Thread thread : threads) {
            long left = (untilNanos - System.nanoTime()) / 1_000_000;
            thread.join(Math.max(1, left));
        }
    }

    /** Starts a thread for a direction; must be called by one of its threads, or by {@link #start}. */
    void run(Direction direction, String suffix, Carrying carrying) {
        running.incrementAndGet();
        String way = direction == Direction.TO_SERVER ? "-to-server" : "-to-subject";
        var thread = new Thread(() -> carry(direction, carrying), name + way + suffix);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void interrupt() {
        // Reads and writes end with their socket; a wait at the gate ends by the interrupt.
        threads.forEach(Thread::interrupt);
    }

    private void connect(InetSocketAddress upstream) throws IOException {
        if (isKept()) {
            throw new IOException("there is no server for it");
        }
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

    private void carry(Direction direction, Carrying carrying) {
        try {
            carrying.run();
        } catch (IOException | InterruptedException e) {
            if (!isGone(direction)) {
                reset();
            }
        } finally {
            if (running.decrementAndGet() == 0) {
                Sockets.close(subject);
                Sockets.close(server);
                whenOver.accept(this);
            }
        }
    }

    /** Tells whether the side that a direction comes from is the one that is not kept: then nobody else is to notice. */
    private boolean isGone(Direction direction) {
        var from = direction == Direction.TO_SERVER ? Side.SUBJECT : Side.SERVER;
        return isKept() && kept != from;
    }

    /** What a thread does. */
    interface Carrying {
        void run() throws IOException, InterruptedException;
    }
}
