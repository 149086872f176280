package io.scupper.spi;

import java.net.InetSocketAddress;

/** Makes proxies; found by {@link java.util.ServiceLoader}. One form runs in this JVM, one as a container. */
public interface WireProvider {

    /** Starts a proxy in this JVM on a free port of the loopback interface. */
    LocalWire startLocally(InetSocketAddress upstream);

    /** Returns the container that proxies to {@code upstreamHost}, listening on {@link #LISTEN_PORT}. */
    ContainerForm container(String upstreamHost, int upstreamPort);

    /** Connects to the control port of a proxy that runs as a container. */
    Wire connect(InetSocketAddress control);

    /** The port on which the proxy's container takes connections. */
    int LISTEN_PORT = 6000;

    /** The port on which the proxy's container is controlled. */
    int CONTROL_PORT = 6001;

    /** A proxy in this JVM. */
    interface LocalWire extends Wire {

        /** Returns the port on which it takes connections. */
        int port();
    }
}
