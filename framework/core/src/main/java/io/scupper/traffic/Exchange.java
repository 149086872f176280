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

    /** What fits into the buffers of any system. */
    private static final long SHORT_RESPONSE = 64 << 10;

    /** The buffer of an exchange of which there are many at the same time. */
    static final int SMALL = 1 << 10;

    private final Connection connection;
    private final Duration idle;
    private final Reading reader;
    private final ByteBuffer out;
    private final ByteBuffer in;
    private int appetite;
    private boolean serverClosed;
    private boolean sentWhole;
    private long bodyBytesSent;
    private long unhurriedFrom;
    private long granted;
    private ByteBuffer said = ByteBuffer.allocate(0);

    /** Begins an exchange; {@code idle} is how long nothing may move before it is given up. */
    Exchange(Connection connection, Duration idle, Reading reader) {
        this(connection, idle, reader, 64 << 10);
    }

    /** As the other, with buffers of another size: those of many exchanges at the same time add up. */
    Exchange(Connection connection, Duration idle, Reading reader, int buffer) {
        this.connection = connection;
        this.idle = idle;
        this.reader = reader;
        this.out = ByteBuffer.allocate(buffer).limit(0);
        this.in = ByteBuffer.allocate(Math.min(buffer, 16 << 10));
        this.appetite = in.capacity();
    }

    /**
     * Begins a request that takes its time: sends its head, or all of it and reads the beginning of the response.
     *
     * @throws IOException as {@link #send}, or because there is nothing that could be read slowly; all is closed then
     */
    static Lingering begin(Exchange exchange, byte[] head, ByteSource body, Dawdle dawdle) throws IOException {
        var lingering = new Lingering(exchange, body, dawdle);
        try {
            boolean reads = dawdle.direction() == Dawdle.Direction.READING;
            if (reads) {
                exchange.sipWhileSending();
            }
            exchange.sentWhole = exchange.send(head, body, reads ? Long.MAX_VALUE : 0) && reads;
            if (reads) {
                exchange.requireLong(exchange.readAtLeast(1));
            }
            exchange.unhurriedFrom = exchange.reader.received();
            return lingering;
        } catch (IOException | RuntimeException e) {
            lingering.close();
            throw e;
        }
    }

    /** A refusal may be short; a response that is over, or waits in buffers, holds nothing up. */
    private void requireLong(boolean goesOn) throws IOException {
        long announced = reader.announced();
        boolean isShort = announced >= 0 && announced <= SHORT_RESPONSE;
        if (reader.status() > 0 && reader.status() < 400 && (!goesOn || isShort)) {
            throw new IOException(
                    ("Nothing was read slowly: the response has %d bytes, which the system takes in at once. It must have some"
                                    + " MiB, to be more than the buffers of both sides.")
                            .formatted(announced < 0 ? reader.received() : announced));
        }
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
                if (body.isOver()) {
                    return true;
                }
                if (!awaitCredit()) {
                    return false;
                }
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

    /** Says what the protocol has to say, and waits until the server takes more of the body; false if it never will. */
    private boolean awaitCredit() throws IOException {
        sayReplies();
        while (reader.credit() == 0) {
            connection.await(false, idle);
            listen(in.capacity());
            if (serverClosed || reader.stopsSending()) {
                return false;
            }
            sayReplies();
        }
        return true;
    }

    private void sayReplies() throws IOException {
        say(reader.replies());
    }

    /** Sends something that is no part of the body. */
    private void say(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            push(ByteBuffer.wrap(bytes));
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
                sayReplies();
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
            sayReplies();
        }
        return !reader.isDone() && !serverClosed;
    }

    /** Waits for the response; tells whether nothing of it has come, nor the server closed, by then. */
    boolean staysSilent(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (reader.received() == 0 && !serverClosed && !reader.isReset()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            try {
                connection.await(false, Duration.ofNanos(left));
            } catch (SocketTimeoutException e) {
                return true;
            }
            listen(in.capacity());
            sayReplies();
        }
        return false;
    }

    /** Sends what is due of the body, without blocking; returns whether the request is still under way. */
    boolean trickle(ByteSource body, long allowed) throws IOException {
        listen(in.capacity());
        boolean writable = true;
        while (writable && !serverClosed && !reader.isDone() && !reader.stopsSending()) {
            if (!out.hasRemaining()) {
                sentWhole |= body.isOver();
                if (!flushReplies() || sentWhole || bodyBytesSent >= allowed || reader.credit() == 0) {
                    return true;
                }
                out.clear();
                sentWhole = !body.fill(out);
                out.flip();
            }
            int limit = out.limit();
            int due = (int) Math.min(out.remaining(), Math.max(0, allowed - bodyBytesSent));
            int written = write(out.limit(out.position() + due));
            out.limit(limit);
            bodyBytesSent += written;
            writable = written > 0;
        }
        return !serverClosed && !reader.isDone() && !reader.stopsSending();
    }

    /** Reads what is due of the response, without blocking; returns whether it is still under way. */
    boolean sip(long allowed, boolean moves) throws IOException {
        long due = allowed - (reader.received() - unhurriedFrom);
        if (reader.grant(moves ? allowed - granted : 0)) {
            granted = Math.max(granted, allowed);
            flushReplies();
            listen(in.capacity());
        }
        long before = -1;
        while (due > 0 && reader.received() > before && !serverClosed && !reader.isDone()) {
            before = reader.received();
            listen((int) Math.min(in.capacity() - 1, due));
            due -= reader.received() - before;
        }
        return !serverClosed && !reader.isDone();
    }

    /** Says what the protocol has to say, as far as the socket takes it at once; returns whether that was all. */
    private boolean flushReplies() throws IOException {
        if (!said.hasRemaining()) {
            said = ByteBuffer.wrap(reader.replies());
        }
        write(said);
        return !said.hasRemaining();
    }

    /** Tells whether the body was sent to its end. */
    boolean isSentWhole() {
        return sentWhole;
    }

    /** Goes away at the stage that was asked for, if the server has not been earlier. */
    void abandon(boolean sent, Abort abort, byte[] cancellation) throws IOException {
        boolean inTime = sent
                && switch (abort.stage()) {
                    case CONNECT, HEADERS -> true;
                    // What is cancelled at once a server of HTTP/2 may not even begin with.
                    case MID_BODY -> cancellation.length == 0 || staysSilent(abort.patience());
                    case BEFORE_RESPONSE -> staysSilent(abort.patience());
                    case MID_RESPONSE -> readAtLeast(abort.afterBytes());
                };
        if (!inTime) {
            throw new IOException("Nothing was abandoned: the server was earlier (%s, %d bytes of response)."
                    .formatted(answer(sent).inWords(), reader.received()));
        }
        say(cancellation);
        leave(abort.ending() == Abort.Ending.RESET && cancellation.length == 0 ? Abort.Ending.RESET : Abort.Ending.FIN);
    }

    /** Returns what became of the request. */
    Answer answer(boolean sentWhole) {
        Answer.Outcome outcome;
        if (reader.status() > 0) {
            outcome = sentWhole ? Answer.Outcome.ANSWERED : Answer.Outcome.REJECTED;
        } else {
            outcome = serverClosed || reader.isReset() ? Answer.Outcome.RESET : Answer.Outcome.UNANSWERED;
        }
        return new Answer(outcome, reader.status(), bodyBytesSent, reader.received());
    }

    /** Writes and listens in turn; returns how many bytes were written before the server refused or closed. */
    private int push(ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        while (bytes.hasRemaining()) {
            int written = write(bytes);
            listen(appetite);
            if (serverClosed || reader.stopsSending()) {
                break;
            }
            if (written == 0) {
                connection.await(true, idle);
            }
        }
        return before - bytes.remaining();
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
        } while (most == in.capacity() && reader.received() < Reading.BOUND);
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
        say(serverClosed ? new byte[0] : reader.farewell());
        long end = System.nanoTime() + SERVER_CLOSES_WITHIN.toNanos();
        try {
            while (!serverClosed && System.nanoTime() < end) {
                connection.await(false, Duration.ofNanos(end - System.nanoTime()));
                listen(in.capacity());
            }
        } catch (SocketTimeoutException e) {
            return;
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
