package io.scupper.ext.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** How sockets end here: quietly, with an end of stream or with a reset. */
final class Sockets {

    private Sockets() {}

    /** Closes; on a connected socket, the peer sees an end of stream. */
    static void close(@Nullable Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // The descriptor is gone all the same, and there is nobody to tell.
        }
    }

    /** Closes so that the peer sees a reset. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already, or never connected.
        }
        close(socket);
    }
}
