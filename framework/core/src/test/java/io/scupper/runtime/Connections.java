package io.scupper.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connections of this very process to itself, so many at a time. */
final class Connections implements Closeable {

    private final int count;
    private final List<Closeable> open = new ArrayList<>();

    Connections(int count) {
        this.count = count;
    }

    void open() throws IOException {
        var listener = new ServerSocket(0, count, InetAddress.getLoopbackAddress());
        open.add(listener);
        for (int i = 0; i < count; i++) {
            open.add(new Socket(listener.getInetAddress(), listener.getLocalPort()));
            open.add(listener.accept());
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
