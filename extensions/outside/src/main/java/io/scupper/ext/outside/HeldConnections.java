package io.scupper.ext.outside;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections to the subject that are held open and never used: the leak that can be planted in any server from outside. Each costs
 * it a socket and a descriptor, and a Go server a goroutine and objects beside.
 */
final class HeldConnections {

    private static final int CONNECT_MILLIS = 5_000;

    private final List<Socket> held = new ArrayList<>();

    /** Opens so many. */
    synchronized void open(URI server, int count) {
        int port = server.getPort() > 0 ? server.getPort() : 80;
        try {
            for (int i = 0; i < count; i++) {
                var socket = new Socket();
                held.add(socket);
                socket.connect(new InetSocketAddress(server.getHost(), port), CONNECT_MILLIS);
            }
        } catch (IOException e) {
            close();
            throw new ScupperException(
                    "Connection %d of %d that was to be held open to %s was refused: %s. Without them nobody knows whether a leak would be seen: -Dscupper.planting=off does without."
                            .formatted(held.size() + 1, count, server, e),
                    e);
        }
    }

    /** Closes them all. */
    synchronized void close() {
        for (Socket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more, however it ends.
            }
        }
        held.clear();
    }
}
