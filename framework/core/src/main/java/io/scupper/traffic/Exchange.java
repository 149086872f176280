package io.scupper.traffic;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;

/**
 * One request and its response over one connection. While it sends it listens: a server may answer, close or reset long
 * before the body is whole, and that is an outcome and not a failure.
 */
final class Exchange implements AutoCloseable {

    /** Far longer than a server takes that closes by itself. */
    private static final Duration SERVER_CLOSES_WITHIN = Duration.ofMillis(50);

    private final Connection connection;
    private final Duration idle;
    private final ResponseReader reader;
    private final ByteBuffer out = ByteBuffer.allocate(64 << 10);
    private final ByteBuffer in = ByteBuffer.allocate(16 << 10);
    private int appetite = in.capacity();
    private boolean serverClosed;
    private long bodyBytesSent;

    /** Begins an exchange; {@code idle} is how long nothing may move before it is given up. */
    Exchange(Connection connection, Duration idle, ResponseReader reader) {
        this.connection = connection;
        this.idle = idle;
        this.reader = reader;
    }

    /** Makes it listen by single bytes while it sends, so that it does not read more of the response than is asked for. */
    void sipWhileSending() {
        appetite = 1;
    }

    /**
     * Sends the head and at most so many bytes of the body.
     *
     * @return false if the server refused or closed before all of it was sent
     * @throws SocketTimeoutException if the server took nothing for the idle time and has not answered
     */
    boolean send(byte[] head, ByteSource body, long most) throws IOException {
        try {
            if (push(ByteBuffer.wrap(head)) < head.length) {
                return false;
            }
            while (bodyBytesSent < most) {
                out.clear();
                if (!body.fill(out)) {
                    return true;
                }
                out.flip().limit((int) Math.min(out.limit(), most - bodyBytesSent));
                int length = out.limit();
                int pushed = push(out);
                bodyBytesSent += pushed;
                if (pushed < length) {
                    return false;
                }
            }
            return true;
        } catch (SocketTimeoutException e) {
            if (reader.status() > 0) {
                return false;
            }
            throw new SocketTimeoutException("The server took no byte for %d ms, after %d bytes of the body."
                    .formatted(idle.toMillis(), bodyBytesSent));
        }
    }

    /** Reads the response to its end, to the bound, until the server closes, or until nothing moves any more. */
    void readToEnd(boolean sentWhole) throws IOException {
        try {
            boolean finished = false;
            while (!reader.isDone() && !serverClosed) {
                if (!sentWhole && !finished && reader.endsByClose()) {
                    // The server waits for the rest of the body, we for its closing: we close our side first.
                    connection.finish();
                    finished = true;
                }
                connection.await(false, idle);
                listen(in.capacity());
            }
        } catch (SocketTimeoutException e) {
            // What has been read until now says what became of the request.
        }
    }

    /** Reads the status line and at least so many bytes; returns false if the response was over by then. */
    boolean readAtLeast(long bytes) throws IOException {
        while ((reader.received() < bytes || reader.status() == 0) && !reader.isDone() && !serverClosed) {
            connection.await(false, idle);
            listen((int) Math.max(1, Math.min(in.capacity(), bytes - reader.received())));
        }
        return !reader.isDone() && !serverClosed;
    }

    /** Waits for the response; tells whether nothing has come, nor the server closed, by then. */
    boolean staysSilent(Duration patience) throws IOException {
        if (reader.received() > 0 || serverClosed) {
            return false;
        }
        try {
            connection.await(false, patience);
        } catch (SocketTimeoutException e) {
            return true;
        }
        listen(in.capacity());
        return false;
    }

    /** Returns what became of the request. */
    Answer answer(boolean sentWhole) {
        Answer.Outcome outcome;
        if (reader.status() > 0) {
            outcome = sentWhole ? Answer.Outcome.ANSWERED : Answer.Outcome.REJECTED;
        } else {
            outcome = serverClosed ? Answer.Outcome.RESET : Answer.Outcome.UNANSWERED;
        }
        return new Answer(outcome, reader.status(), bodyBytesSent, reader.received());
    }

    /** Writes and listens in turn; returns how many bytes were written before the server refused or closed. */
    private int push(ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        while (bytes.hasRemaining()) {
            int written = write(bytes);
            listen(appetite);
            if (serverClosed || hasRefused()) {
                break;
            }
            if (written == 0) {
                connection.await(true, idle);
            }
        }
        return before - bytes.remaining();
    }

    private boolean hasRefused() {
        return reader.status() >= 400 || reader.received() >= ResponseReader.BOUND;
    }

    private int write(ByteBuffer bytes) throws IOException {
        try {
            return connection.write(bytes);
        } catch (IOException e) {
            takeAsClosed(e);
            return 0;
        }
    }

    /** Reads what is there, {@code most} bytes at a time until nothing is; also after a reset, for the last words. */
    private void listen(int most) throws IOException {
        do {
            in.clear().limit(most);
            int read;
            try {
                read = connection.read(in);
            } catch (IOException e) {
                takeAsClosed(e);
                return;
            }
            if (read < 0) {
                serverClosed = true;
                return;
            }
            if (read == 0) {
                return;
            }
            reader.feed(in.flip());
        } while (most == in.capacity() && reader.received() < ResponseReader.BOUND);
    }

    /** A broken connection is the server's doing, unless this thread was interrupted, which closes the channel too. */
    private void takeAsClosed(IOException e) throws IOException {
        if (e instanceof ClosedChannelException || e instanceof InterruptedIOException) {
            throw e;
        }
        serverClosed = true;
    }

    /**
     * Leaves nothing behind in the kernel once the server has closed, which it was asked to: who closes first keeps the
     * connection in TIME_WAIT for a minute, and thousands of them make the table of sockets slow to read. When the server has
     * closed it has no socket any more that a reset could disturb. A server that does not close is left in an orderly way.
     */
    void leaveNoTrace() throws IOException {
        if (!serverClosed) {
            try {
                connection.await(false, SERVER_CLOSES_WITHIN);
                listen(in.capacity());
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        if (serverClosed) {
            connection.resetOnClose();
        }
    }

    /** Leaves: by a reset that drops what is under way, or in an orderly way. */
    void leave(Abort.Ending ending) throws IOException {
        if (ending == Abort.Ending.RESET) {
            connection.resetOnClose();
        } else {
            connection.finish();
        }
        close();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
