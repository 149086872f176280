package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import io.scupper.spi.WireProvider.LocalWire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy in this JVM. Two daemon threads for each connection and one that accepts, all named {@code scupper-proxy-…};
 * {@link #close} resets every connection and ends every thread within a second. Safe for use by many threads.
 */
public final class TcpProxy implements LocalWire {

    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final InetSocketAddress upstream;
    private final Gates gates = new Gates();
    private final Meter meter = new Meter();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread acceptor;

    private TcpProxy(ServerSocket listener, InetSocketAddress upstream) {
        this.listener = listener;
        this.upstream = upstream;
        this.acceptor = new Thread(this::accept, name() + "-accept");
        acceptor.setDaemon(true);
    }

    /**
     * Starts a proxy. The server need not be there yet: while it cannot be reached, connections are accepted and reset.
     *
     * @param listen the address to take connections on; port 0 for a free one
     * @param upstream the server; resolved for each connection if it is unresolved
     * @throws ScupperException if it cannot listen there; nothing is left behind
     */
    public static TcpProxy start(InetSocketAddress listen, InetSocketAddress upstream) {
        var proxy = new TcpProxy(listen(listen), upstream);
        proxy.acceptor.start();
        return proxy;
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if a bandwidth is below 1 byte a second; what was applied before stays
     */
    @Override
    public void apply(Direction direction, Disturbance disturbance) {
        if (disturbance.kind() == Kind.BANDWIDTH && disturbance.bytesPerSecond() < 1) {
            throw new ScupperException("A bandwidth of " + disturbance.bytesPerSecond()
                    + " bytes a second was given, allowed is 1 or more; STALL lets nothing pass.");
        }
        gates.of(direction).set(disturbance);
    }

    @Override
    public void clear() {
        gates.clear();
    }

    @Override
    public Traffic traffic() {
        return meter.traffic();
    }

    /** Resets every connection and ends every thread, bounded by a second. An interrupt cuts the wait short. */
    @Override
    public void close() {
        closed.countDown();
        Sockets.close(listener);
        try {
            long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            // Once nobody accepts any more, all links there will ever be are in the set.
            acceptor.join(TimeUnit.SECONDS.toMillis(1));
            var left = List.copyOf(links);
            left.forEach(Link::reset);
            for (Link link : left) {
                link.join(untilNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.forEach(Link::reset);
        }
    }

    private void accept() {
        for (int number = 1; closed.getCount() > 0; number++) {
            try {
                carry(listener.accept(), number);
            } catch (IOException e) {
                pause();
            }
        }
    }

    private void carry(Socket socket, int number) {
        var link = new Link(socket, gates, meter, this::ended);
        links.add(link);
        meter.opened();
        link.start(upstream, name() + "-" + number);
    }

    private void ended(Link link) {
        links.remove(link);
        meter.closed();
    }

    /** Out of file descriptors, most likely: waits a little for some to come back, or for the end. */
    private void pause() {
        try {
            closed.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private String name() {
        return "scupper-proxy-" + listener.getLocalPort();
    }

    private static ServerSocket listen(InetSocketAddress address) {
        ServerSocket socket = null;
        try {
            socket = new ServerSocket();
            // Before bind, so that accepted sockets inherit it.
            socket.setReceiveBufferSize(Link.SOCKET_BUFFER_BYTES);
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            return socket;
        } catch (IOException e) {
            Sockets.close(socket);
            throw new ScupperException("The proxy cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }
}
