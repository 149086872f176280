package io.scupper.runtime;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an agent: requests and answers take turns, and a daemon thread renews the lease in between. After a
 * failure it stays broken, since nobody knows any more which answer belongs to which request.
 */
final class AgentChannel {

    /** How the names of all Scupper's threads begin; those of the subject's JVM are not counted, in-process too. */
    private static final String THREAD_PREFIX = "scupper-agent";

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int CONNECT_MILLIS = 2_000;

    private final String address;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition over = turn.newCondition();
    private @Nullable IOException broken;
    private boolean closed;

    private AgentChannel(String host, int port) throws IOException {
        address = host + ":" + port;
        socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Connects and shows the token, again and again while nobody listens: a port mapped to a container takes
     * connections, and drops them, before the agent is there.
     */
    static AgentChannel open(String host, int port, String token, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                return greeted(host, port, token, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (IOException e) {
                if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                    throw new ScupperException(
                            "No agent answered at %s:%d within %s (%s). Does the subject run, and was it started with the agent?"
                                    .formatted(host, port, TimeSpan.format(within), e),
                            e);
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private static AgentChannel greeted(String host, int port, String token, Duration within) throws IOException {
        var channel = new AgentChannel(host, port);
        try {
            Line answer = channel.exchange(within, List.of(Line.of(Verbs.HELLO, token, Verbs.VERSION)))
                    .get(0);
            if (answer.keyword().equals(Frames.ERROR)) {
                throw new ScupperException("The agent at " + channel.address + " refused: " + answer.text(0));
            }
            channel.renewEvery(Duration.ofMillis(answer.number(1)).dividedBy(4));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.socket.close();
            throw e;
        }
    }

    /**
     * Asks and waits for the answer, and for its turn before that.
     *
     * @return the answer's lines, the first of which is {@code ok}
     * @throws ScupperException if the agent could not do it, or did not answer
     */
    List<Line> ask(Duration within, List<Line> request) {
        return taken(request, answered(within, request, false).lines());
    }

    /** Asks and waits for the bytes behind the answer, as many as its one field says. */
    byte[] askForBytes(Duration within, Line request) {
        Answer answer = answered(within, List.of(request), true);
        taken(List.of(request), answer.lines());
        return answer.behind();
    }

    /** Returns the answer unless it is a refusal. */
    private static List<Line> taken(List<Line> request, List<Line> answer) {
        Line first = answer.get(0);
        if (first.keyword().equals(Frames.ERROR)) {
            throw new ScupperException("The agent could not " + request.get(0).keyword() + ": " + first.text(0));
        }
        return answer;
    }

    private Answer answered(Duration within, List<Line> request, boolean withBytes) {
        turn.lock();
        try {
            if (closed) {
                throw new ScupperException("The connection to the agent at " + address + " has been closed.");
            }
            if (broken != null) {
                throw failure(request, within, broken);
            }
            List<Line> lines = exchange(within, request);
            return new Answer(lines, withBytes ? bytesBehind(lines.get(0)) : new byte[0]);
        } catch (IOException e) {
            broken = e;
            throw failure(request, within, e);
        } finally {
            turn.unlock();
        }
    }

    /** Says good-bye, so that all is given back when this returns, and closes. Never throws. */
    void close(Duration within) {
        turn.lock();
        try {
            if (!closed && broken == null) {
                exchange(within, List.of(Line.of(Verbs.BYE)));
            }
        } catch (IOException e) {
            // The agent sees that the connection is gone, or the lease run out, and does the same.
        } finally {
            closed = true;
            over.signalAll();
            turn.unlock();
            closeSocket();
        }
    }

    private List<Line> exchange(Duration within, List<Line> request) throws IOException {
        socket.setSoTimeout((int) Math.max(1, Math.min(Integer.MAX_VALUE, within.toMillis())));
        Frames.write(out, request);
        List<Line> answer = Frames.read(in);
        if (answer.isEmpty()) {
            throw new IOException("an empty answer");
        }
        return answer;
    }

    private byte[] bytesBehind(Line first) throws IOException {
        if (!first.keyword().equals(Frames.OK)) {
            return new byte[0];
        }
        long length = first.number(0);
        if (length < 0 || length > Frames.MAX_BYTES) {
            throw new IOException(length + " bytes were announced");
        }
        byte[] bytes = new byte[(int) length];
        in.readFully(bytes);
        return bytes;
    }

    private void renewEvery(Duration pause) {
        var thread = new Thread(() -> renew(pause.toNanos()), THREAD_PREFIX + "-lease");
        thread.setDaemon(true);
        thread.start();
    }

    private void renew(long pauseNanos) {
        turn.lock();
        try {
            while (!closed && broken == null) {
                long left = pauseNanos;
                while (!closed && left > 0) {
                    left = over.awaitNanos(left);
                }
                if (!closed && broken == null) {
                    exchange(Duration.ofSeconds(15), List.of(Line.of(Verbs.RENEW)));
                }
            }
        } catch (IOException e) {
            broken = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    private ScupperException failure(List<Line> request, Duration within, IOException cause) {
        return new ScupperException(
                "The agent at %s did not answer '%s' within %s (%s). Has the subject ended, or its lease run out?"
                        .formatted(address, request.get(0).keyword(), TimeSpan.format(within), cause),
                cause);
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed as far as it goes.
        }
    }

    /** The lines of an answer, and what came behind them. */
    private record Answer(List<Line> lines, byte[] behind) {}
}
