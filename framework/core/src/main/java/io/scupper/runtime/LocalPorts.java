package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.FreePort;
import io.scupper.spi.SubjectSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.OptionalInt;

/** Chooses ports of this machine. */
final class LocalPorts {

    /** The loopback interface, as a number: {@code localhost} may mean an address that the subject does not listen on. */
    static final String HOST = "127.0.0.1";

    private LocalPorts() {}

    /**
     * Returns the port that the subject's HTTP server is to take; empty if it has none.
     *
     * @throws ScupperException if it is a fixed one and taken
     */
    static OptionalInt forHttp(SubjectSpec spec) {
        if (spec.httpPort() == 0) {
            return OptionalInt.empty();
        }
        if (!spec.fixedPort()) {
            return OptionalInt.of(FreePort.find());
        }
        requireFree(spec.httpPort(), spec.description());
        return OptionalInt.of(spec.httpPort());
    }

    /** Returns the address of an HTTP server on a port of this machine. */
    static URI uri(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** Tries the wildcard and the loopback address, since some systems let one be bound while the other is taken. */
    private static void requireFree(int port, String subject) {
        requireFree(new InetSocketAddress(port), subject);
        requireFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), subject);
    }

    private static void requireFree(InetSocketAddress address, String subject) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException e) {
            throw new ScupperException(
                    ("Port %d is taken, and %s is said to need exactly that one. End what listens there, or let it be told"
                                    + " a free port through a setting.")
                            .formatted(address.getPort(), subject),
                    e);
        }
    }
}
