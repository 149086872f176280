package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The port of a proxy, which can be shut and opened again. While it is shut the system refuses connections to it; the port
 * stays taken, or it would be given to somebody else meanwhile: to a connection of the subject, for example.
 */
final class Doorway implements Disturber.Entrance, AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int TRY_MILLIS = 1_000;
    private static final long OPENS_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final InetSocketAddress address;
    private int shut;
    private boolean closed;
    private boolean accepting;

    /** Null while it is shut. */
    @Nullable
    private ServerSocket listener;

    @Nullable
    private Socket placeholder;

    private Doorway(ServerSocket listener) {
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /**
     * Listens.
     *
     * @throws ScupperException if that is not possible there; nothing is left behind
     */
    static Doorway at(InetSocketAddress address) {
        try {
            return new Doorway(listen(address));
        } catch (IOException e) {
            throw new ScupperException("The proxy cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return address.getPort();
    }

    /** Returns the next connection, or null once it is closed; waits while it is shut. */
    @Nullable
    Socket accept() throws IOException, InterruptedException {
        while (true) {
            ServerSocket now = awaitOpen();
            if (now == null) {
                return null;
            }
            try {
                return now.accept();
            } catch (IOException e) {
                if (!now.isClosed()) {
                    throw e;
                }
            } finally {
                acceptsNoMore();
            }
        }
    }

    @Override
    public synchronized void shut() {
        shut++;
        if (shut == 1 && !closed) {
            Sockets.close(listener);
            listener = null;
            awaitLeft();
            placeholder = takePort();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ScupperException if somebody else has taken the port
     */
    @Override
    public synchronized void open() {
        shut--;
        if (shut > 0 || closed) {
            return;
        }
        Sockets.close(placeholder);
        placeholder = null;
        long untilNanos = System.nanoTime() + OPENS_WITHIN_NANOS;
        try {
            while (listener == null) {
                listener = tryToListen(untilNanos);
            }
        } catch (IOException | InterruptedException e) {
            throw new ScupperException("The proxy cannot listen on " + address + " again: " + e.getMessage(), e);
        }
        notifyAll();
    }

    @Override
    public boolean refuses() {
        InetAddress host =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.getPort()), TRY_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Sockets.close(listener);
        Sockets.close(placeholder);
        notifyAll();
    }

    @Nullable
    private synchronized ServerSocket awaitOpen() throws InterruptedException {
        while (listener == null && !closed) {
            wait();
        }
        accepting = !closed;
        return closed ? null : listener;
    }

    private synchronized void acceptsNoMore() {
        accepting = false;
        notifyAll();
    }

    /** Waits until nobody is in the closed listener: until then the system keeps it, and connections come to it. */
    private void awaitLeft() {
        try {
            long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TRY_MILLIS);
            while (accepting && System.nanoTime() - untilNanos < 0) {
                wait(TRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Nullable
    private ServerSocket tryToListen(long untilNanos) throws IOException, InterruptedException {
        try {
            return listen(address);
        } catch (IOException e) {
            if (System.nanoTime() - untilNanos > 0) {
                throw e;
            }
            // Nothing tells when a port is free again.
            wait(20);
            return null;
        }
    }

    /** Takes the port without listening on it, if the system allows that. */
    @Nullable
    private Socket takePort() {
        var socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
            return socket;
        } catch (IOException e) {
            Sockets.close(socket);
            return null;
        }
    }

    private static ServerSocket listen(InetSocketAddress address) throws IOException {
        var socket = new ServerSocket();
        try {
            // Before bind, so that accepted sockets inherit it.
            socket.setReceiveBufferSize(Link.SOCKET_BUFFER_BYTES);
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            return socket;
        } catch (IOException e) {
            Sockets.close(socket);
            throw e;
        }
    }
}
