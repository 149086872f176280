package io.scupper.traffic;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One TCP connection that never blocks without a bound. It is non-blocking because a blocking write knows no time-out,
 * and because a server's early answer has to be read while the body is still being sent.
 */
final class Connection implements AutoCloseable {

    private static final int NARROW_BYTES = 4_096;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private Connection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = channel.register(selector, 0);
    }

    /** Connects, or throws an exception that names the address. */
    static Connection open(InetSocketAddress address, Duration within) throws IOException {
        return open(address, within, SocketChannel.open());
    }

    /** As {@link #open(InetSocketAddress, Duration)}, with room for little of the response, so that the server must wait. */
    static Connection openNarrow(InetSocketAddress address, Duration within) throws IOException {
        return open(address, within, SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, NARROW_BYTES));
    }

    private static Connection open(InetSocketAddress address, Duration within, SocketChannel channel)
            throws IOException {
        try {
            channel.socket().connect(address, (int) within.toMillis());
            return new Connection(channel, Selector.open());
        } catch (IOException e) {
            channel.close();
            var named = new ConnectException(
                    "No connection to %s:%d: %s".formatted(address.getHostString(), address.getPort(), e.getMessage()));
            named.initCause(e);
            throw named;
        }
    }

    /** Writes what the socket takes at once; returns how many bytes, which may be 0. */
    int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    /** Reads what is there; returns how many bytes, which may be 0, or -1 if the server has closed. */
    int read(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    /** Waits until something can be read, or also written. */
    void await(boolean alsoWritable, Duration within) throws IOException {
        key.interestOps(SelectionKey.OP_READ | (alsoWritable ? SelectionKey.OP_WRITE : 0));
        // An interrupted thread makes every select return at once; it must end here and not spin.
        if (selector.select(k -> {}, Math.max(1, within.toMillis())) == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new java.io.InterruptedIOException("The thread that sends was interrupted.");
            }
            throw new SocketTimeoutException("Nothing moved for " + within.toMillis() + " ms.");
        }
    }

    /** Tells the server that nothing more will be sent (FIN). */
    void finish() throws IOException {
        channel.shutdownOutput();
    }

    /** Makes {@link #close} drop what is under way and reset the connection (RST). */
    void resetOnClose() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }

    /** Closes; the selector first, because a registered channel is not really closed before its key is gone. */
    @Override
    public void close() throws IOException {
        try {
            selector.close();
        } finally {
            channel.close();
        }
    }
}
