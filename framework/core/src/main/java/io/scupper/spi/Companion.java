package io.scupper.spi;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something the subject talks to: a Redis, a stubbed upstream. The test holds it in a field and reads its address there
 * once it runs; parameters of its class are filled with it. Started by the runtime, as a container beside a container and
 * as a process of this machine otherwise.
 */
public interface Companion {

    /** Returns its name, which is also its host name among containers: letters, digits and hyphens. */
    String name();

    /** Returns the TCP port it listens on in its container. */
    int port();

    /** Returns how it runs as a container. */
    ContainerForm container();

    /** Starts it on this machine, on a free port of the loopback interface, and waits until it answers. */
    LocalServer startLocally();

    /** Tells whether the subject reaches it through a proxy that can disturb the wire. */
    boolean proxied();

    /** Returns what the subject must be told to reach it at this host and port. */
    Map<String, String> settings(String host, int port);

    /**
     * Tells it where it runs now.
     *
     * @param direct the address for the test, past the proxy
     * @param wire the proxy between the subject and it, if it is {@link #proxied}
     */
    void started(InetSocketAddress direct, Optional<Wire> wire);

    /** Returns the wire that {@link #started} gave it. */
    Optional<Wire> wire();

    /** Returns the probes that watch it while it runs. */
    default List<Probe> probes() {
        return List.of();
    }

    /** Returns what counts what it is asked while it runs; empty if nothing does. */
    default List<Meter> meters() {
        return List.of();
    }

    /** Tells it that it is about to be stopped; it closes what it opened to its server. */
    void stopping();
}
