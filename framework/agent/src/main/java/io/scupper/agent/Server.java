package io.scupper.agent;

import io.scupper.boot.AgentThread;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The agent's one thread and its one server socket. Serves one runner at a time; when a runner is gone or silent for the lease,
 * everything it asked for is lifted, given back and unwoven before the next is served.
 */
final class Server implements AutoCloseable {

    /** How long to wait for the former server's thread before a new one is started. */
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(10);

    /** Keeps a loop of failing accepts from taking a whole processor. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int END_AGAIN_MILLIS = 500;

    private final ServerSocket listener;
    private final Options options;
    private final Reserve reserve = new Reserve();
    private final RequestReader reader = new RequestReader();
    private final Commands commands;
    private final Thread thread = new AgentThread(this::run, AgentThread.PREFIX);
    private volatile @Nullable Socket current;
    private volatile boolean closed;

    private Server(ServerSocket listener, Options options, Instrumentation instrumentation) {
        this.listener = listener;
        this.options = options;
        this.commands = new Commands(instrumentation, listener.getLocalPort(), reserve);
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken, as in a child process of the subject that inherited its options
     */
    static Server start(Options options, Instrumentation instrumentation) throws IOException {
        var listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(options.bind), options.port));
            var server = new Server(listener, options, instrumentation);
            if (options.portFile != null) {
                write(listener.getLocalPort(), options.portFile);
            }
            server.thread.start();
            return server;
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw new IOException("at " + options.bind + ", port " + options.port + ": " + e.getMessage(), e);
        }
    }

    /** Ends everything and waits until that is done. */
    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        Socket socket = current;
        if (socket != null) {
            socket.close();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try (Socket socket = listener.accept()) {
                current = socket;
                new Session(commands, reserve, options, reader).serve(socket);
            } catch (OutOfMemoryError e) {
                reserve.release(true);
            } catch (Throwable e) {
                // The runner is gone, or was none; or the subject has no descriptor left to accept it with.
                LockSupport.parkNanos(this, PAUSE_NANOS);
            } finally {
                current = null;
                end();
            }
        }
    }

    /** Lifts first, which takes no memory. When memory does not suffice for the rest it is tried again before long. */
    private void end() {
        reader.reset();
        commands.liftAll();
        reserve.releaseIfScarce(true);
        boolean isDone = false;
        for (int attempt = 0; attempt < 2 && !isDone; attempt++) {
            try {
                commands.endAll();
                isDone = true;
            } catch (OutOfMemoryError e) {
                reserve.release(true);
            } catch (RuntimeException | LinkageError e) {
                // The faults are lifted, which is what the subject needs.
                isDone = true;
            }
        }
        reserve.refill();
        askAgainWithin(isDone ? 0 : END_AGAIN_MILLIS);
    }

    /** Sets how long to wait for a runner before {@link #end} is called again; 0 for as long as it takes. */
    private void askAgainWithin(int millis) {
        try {
            listener.setSoTimeout(millis);
        } catch (IOException e) {
            // Closed; the loop ends.
        }
    }

    /** Written beside and moved, so that who waits for the file never reads half a number. */
    private static void write(int port, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, port + "\n");
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
