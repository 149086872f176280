package io.scupper.ext.proxy;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.model.ScupperException;
import io.scupper.spi.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * Lets a wire be controlled over a port. The disturbances that a connection began end with it, so that a test that died
 * leaves none behind.
 */
final class ControlServer implements AutoCloseable {

    /** A request is a line; whatever announces more than this is not one. */
    private static final int MAX_REQUEST_BYTES = 4 * 1024;

    private final ServerSocket listener;
    private final Wire wire;

    private ControlServer(ServerSocket listener, Wire wire) {
        this.listener = listener;
        this.wire = wire;
    }

    /** Starts to listen; one daemon thread accepts, one more serves each connection. */
    static ControlServer start(InetSocketAddress listen, Wire wire) {
        ServerSocket listener = null;
        try {
            listener = new ServerSocket();
            listener.bind(listen);
        } catch (IOException e) {
            Sockets.close(listener);
            throw new ScupperException("The proxy cannot be controlled on " + listen + ": " + e.getMessage(), e);
        }
        var server = new ControlServer(listener, wire);
        daemon("scupper-proxy-control", server::accept);
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes no more connections; those that are there end with their peers. */
    @Override
    public void close() {
        Sockets.close(listener);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon("scupper-proxy-control-" + socket.getPort(), () -> serve(socket));
            } catch (IOException e) {
                // Closed, which the loop sees, or a peer that was gone before it was accepted.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var session = new ControlSession(wire)) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            while (true) {
                for (Line request : Frames.read(in, MAX_REQUEST_BYTES)) {
                    Frames.write(out, List.of(session.answer(request)));
                }
            }
        } catch (IOException e) {
            // The peer has gone, which is how each control connection ends.
        }
    }

    private static void daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
