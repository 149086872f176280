package io.scupper.spi;

import java.util.Set;

/**
 * Where the subject reaches a companion, past no proxy or through one, as its own sockets show it.
 *
 * @param name of the companion, by which reports call it: the address may be another in each run
 * @param hosts as numbers, in every form in which the kernel may show them
 */
public record Peer(String name, Set<String> hosts, int port) {

    public Peer {
        hosts = Set.copyOf(hosts);
    }

    /** Tells whether a socket with this other end leads to it. */
    public boolean isAt(String host, int port) {
        return this.port == port && hosts.contains(host);
    }
}
