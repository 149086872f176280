package io.scupper.spi;

/** A server that runs on the loopback interface of this machine until it is closed. */
public interface LocalServer extends AutoCloseable {

    /** Returns the port it listens on. */
    int port();

    @Override
    void close();
}
