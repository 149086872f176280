package io.scupper.ext.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Asks whether something listens behind a published port, whatever it speaks. An engine's own proxy takes the connection
 * before that, but then closes it at once; so the connection has to last for a moment.
 */
final class PortCheck {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int LASTS_MILLIS = 100;

    private PortCheck() {}

    /** Asks once. Takes 100 ms if the server waits for its client to speak first, as most do, and 2 s at most. */
    static boolean isOpen(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return lasts(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean lasts(Socket socket) throws IOException {
        socket.setSoTimeout(LASTS_MILLIS);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
