package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import io.scupper.spi.WireProvider.LocalWire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy in this JVM. Two daemon threads for each connection and one that accepts, all named {@code scupper-proxy-…};
 * one more for each direction that was delayed. {@link #close} resets every connection and ends every thread within a
 * second. Safe for use by many threads.
 */
public final class TcpProxy implements LocalWire {

    private final Doorway doorway;
    private final InetSocketAddress upstream;
    private final Gate gate = new Gate();
    private final Meter meter = new Meter();
    private final Set<Applied> applied = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread acceptor;

    private TcpProxy(Doorway doorway, InetSocketAddress upstream) {
        this.doorway = doorway;
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
        var proxy = new TcpProxy(Doorway.at(listen), upstream);
        proxy.acceptor.start();
        return proxy;
    }

    @Override
    public int port() {
        return doorway.port();
    }

    @Override
    public Disturbed disturb(Disturbance disturbance) {
        Disturber disturber = Kinds.of(disturbance.kind()).disturber(disturbance);
        var begun = new Applied(disturbance, disturber, this);
        applied.add(begun);
        begun.begin();
        return begun;
    }

    @Override
    public void clear() {
        applied.forEach(Applied::release);
    }

    @Override
    public Traffic traffic() {
        return meter.traffic();
    }

    /** Resets every connection and ends every thread, bounded by a second. An interrupt cuts the wait short. */
    @Override
    public void close() {
        closed.countDown();
        doorway.close();
        try {
            long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            // Once nobody accepts any more, all links there will ever be are there.
            acceptor.join(TimeUnit.SECONDS.toMillis(1));
            var left = gate.links();
            left.forEach(Link::reset);
            for (Link link : left) {
                link.join(untilNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gate.links().forEach(Link::reset);
        }
    }

    Gate gate() {
        return gate;
    }

    Disturber.Entrance entrance() {
        return doorway;
    }

    /** Keeps no account of a disturbance any more. */
    void forget(Applied released) {
        applied.remove(released);
    }

    private void accept() {
        for (int number = 1; closed.getCount() > 0; number++) {
            try {
                Socket socket = doorway.accept();
                if (socket != null) {
                    carry(socket, number);
                }
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                closed.countDown();
            }
        }
    }

    private void carry(Socket socket, int number) {
        var link = new Link(socket, name() + "-" + number, gate, meter, this::ended);
        meter.opened();
        gate.enter(link);
        link.start(upstream);
    }

    private void ended(Link link) {
        gate.leave(link);
        applied.forEach(each -> each.forget(link));
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
        return "scupper-proxy-" + doorway.port();
    }
}
