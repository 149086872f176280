package io.scupper.ext.proxy;

import static org.awaitility.Awaitility.await;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** A server that hands its accepted sockets to the test, and what the tests do with both ends of a connection. */
final class Upstream implements AutoCloseable {

    /** Small, so that what the kernel takes from a sender is small beside what a test sends. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket listener;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

    Upstream() throws IOException {
        listener = new ServerSocket();
        listener.setReceiveBufferSize(BUFFER_BYTES);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        daemon(() -> {
            while (true) {
                accepted.add(listener.accept());
            }
        });
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /** Connects through a proxy and returns both ends. */
    Pair connect(int proxyPort) throws Exception {
        var subject = new Socket();
        subject.setReceiveBufferSize(BUFFER_BYTES);
        subject.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort));
        subject.setSendBufferSize(BUFFER_BYTES);
        Socket server = accepted.poll(10, TimeUnit.SECONDS);
        if (server == null) {
            throw new IOException("The proxy did not connect to its upstream.");
        }
        server.setSendBufferSize(BUFFER_BYTES);
        // A test that waits in vain ends with an error and does not hang.
        subject.setSoTimeout(20_000);
        server.setSoTimeout(20_000);
        return new Pair(subject, server);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    /** Writes so many bytes, each a function of its place, and returns their checksum. */
    static long send(OutputStream out, long bytes) throws IOException {
        var sum = new CRC32();
        var block = new byte[32 * 1024];
        for (long sent = 0; sent < bytes; sent += block.length) {
            int length = (int) Math.min(block.length, bytes - sent);
            for (int i = 0; i < length; i++) {
                block[i] = (byte) ((sent + i) * 31 + (sent >> 13));
            }
            sum.update(block, 0, length);
            out.write(block, 0, length);
        }
        return sum.getValue();
    }

    /** Reads so many bytes and returns their checksum. */
    static long receive(InputStream in, long bytes) throws IOException {
        var sum = new CRC32();
        var block = new byte[32 * 1024];
        long received = 0;
        while (received < bytes) {
            int length = in.read(block, 0, (int) Math.min(block.length, bytes - received));
            if (length < 0) {
                throw new IOException("The stream ended after " + received + " of " + bytes + " bytes.");
            }
            sum.update(block, 0, length);
            received += length;
        }
        return sum.getValue();
    }

    /** Counts what is written. */
    static OutputStream counting(OutputStream out, AtomicLong accepted) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] block, int from, int length) throws IOException {
                out.write(block, from, length);
                accepted.addAndGet(length);
            }
        };
    }

    /** Waits until a count has not moved for half a second. */
    static void awaitStill(AtomicLong count) {
        var last = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            long now = count.get();
            return now == last.getAndSet(now);
        });
    }

    static Thread daemon(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (Exception e) {
                // The test sees the effect: a byte, an end or a reset that does not come.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    interface Task {
        void run() throws Exception;
    }

    /** Both ends of one connection through the proxy. */
    record Pair(Socket subject, Socket server) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            subject.close();
            server.close();
        }
    }
}
