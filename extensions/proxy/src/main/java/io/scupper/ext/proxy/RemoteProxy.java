package io.scupper.ext.proxy;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.model.ScupperException;
import io.scupper.spi.Deadline;
import io.scupper.spi.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/**
 * A proxy in another process, reached through its control port. Calls are taken one at a time, block until answered and
 * are bounded by 10 s; each throws a {@link ScupperException} if the proxy does not answer or refuses.
 */
public final class RemoteProxy implements Wire {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final InetSocketAddress control;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private RemoteProxy(InetSocketAddress control, Socket socket) throws IOException {
        this.control = control;
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /**
     * Connects to a proxy and waits until it answers: a container's port is open before the process in it listens.
     *
     * @throws ScupperException if it does not answer within {@code within}
     */
    static RemoteProxy connect(InetSocketAddress control, Duration within) {
        Deadline deadline = Deadline.in(within);
        while (true) {
            try {
                return tryToConnect(control);
            } catch (IOException e) {
                if (deadline.isOver()) {
                    throw new ScupperException(
                            "No proxy answers on its control port %s within %d s: %s"
                                    .formatted(control, within.toSeconds(), e.getMessage()),
                            e);
                }
                deadline.pause("the proxy controlled on " + control);
            }
        }
    }

    @Override
    public Disturbed disturb(Disturbance disturbance) {
        return new Numbered(ask(WireTalk.disturb(disturbance)).number(0));
    }

    @Override
    public void clear() {
        ask(Line.of(WireTalk.CLEAR));
    }

    @Override
    public Traffic traffic() {
        return WireTalk.traffic(ask(Line.of(WireTalk.TRAFFIC)));
    }

    /** Ends the control connection, upon which the proxy releases what was begun through it; the proxy itself goes on. */
    @Override
    public void close() {
        Sockets.close(socket);
    }

    private synchronized Line ask(Line request) {
        Line answer;
        try {
            answer = exchange(request);
        } catch (IOException e) {
            throw new ScupperException(
                    "The proxy controlled on %s does not answer '%s': %s. Is its container still there?"
                            .formatted(control, request.keyword(), e.getMessage()),
                    e);
        }
        if (!answer.keyword().equals(Frames.OK)) {
            throw new ScupperException("The proxy controlled on %s refused '%s': %s"
                    .formatted(control, request.keyword(), answer.size() > 0 ? answer.text(0) : "without a reason."));
        }
        return answer;
    }

    private Line exchange(Line request) throws IOException {
        Frames.write(out, List.of(request));
        List<Line> answer = Frames.read(in);
        if (answer.size() != 1) {
            throw new IOException("an answer of " + answer.size() + " lines came, one was expected");
        }
        return answer.get(0);
    }

    private static RemoteProxy tryToConnect(InetSocketAddress control) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(control, TIMEOUT_MILLIS);
            var proxy = new RemoteProxy(control, socket);
            proxy.exchange(Line.of(WireTalk.TRAFFIC));
            return proxy;
        } catch (IOException e) {
            Sockets.close(socket);
            throw e;
        }
    }

    /** A disturbance that was begun over there. */
    private final class Numbered implements Disturbed {

        private final long number;

        Numbered(long number) {
            this.number = number;
        }

        @Override
        public void lift() {
            ask(Line.of(WireTalk.LIFT, number));
        }

        @Override
        public void release() {
            ask(Line.of(WireTalk.RELEASE, number));
        }

        @Override
        public Effects effects() {
            return WireTalk.effects(ask(Line.of(WireTalk.EFFECTS, number)));
        }
    }
}
