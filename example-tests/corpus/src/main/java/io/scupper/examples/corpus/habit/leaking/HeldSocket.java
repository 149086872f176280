package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** A connection per request, noted in a set so that no collection closes it, and open until somebody does. */
public final class HeldSocket implements Habit {

    private final Set<Socket> open = new HashSet<>();
    private final int port;

    /** Makes one that connects to this port of this machine. */
    public HeldSocket(int port) {
        this.port = port;
    }

    @Override
    public Taken take(long operation) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        return () -> {
            socket.close();
            open.remove(socket);
        };
    }
}
