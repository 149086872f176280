package io.scupper.agent;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** One connection of a runner: its token, its requests, its lease. */
final class Session {

    /** How long a runner may take to show its token; nobody else is served meanwhile. */
    private static final int HELLO_MILLIS = 5_000;

    private static final byte[] OK = frame(List.of(Line.of(Frames.OK)));
    private static final byte[] FULL = frame(List.of(Line.of(
            Frames.ERROR, "The subject's heap is full, and the memory set aside did not suffice for this request.")));

    private static final byte[] PEEK = Frames.encode(List.of(Line.of(Verbs.PEEK)));
    private static final byte[] COLLECT = Frames.encode(List.of(Line.of(Verbs.COLLECT)));
    private static final byte[] VITALS = Frames.encode(List.of(Line.of(Verbs.VITALS)));
    private static final byte[] DUMP = Frames.encode(List.of(Line.of(Verbs.DUMP)));
    private static final byte[] THREADS = Frames.encode(List.of(Line.of(Verbs.THREADS)));
    private static final byte[] THREAD_DUMP = Frames.encode(List.of(Line.of(Verbs.THREAD_DUMP)));

    private final Commands commands;
    private final Reserve reserve;
    private final Options options;
    private final RequestReader reader;

    Session(Commands commands, Reserve reserve, Options options, RequestReader reader) {
        this.commands = commands;
        this.reserve = reserve;
        this.options = options;
        this.reader = reader;
    }

    /**
     * Serves until the runner is gone.
     *
     * @throws IOException when it closes the connection, shows a wrong token, or is silent for the lease
     */
    void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        greet(new TimedInput(socket, HELLO_MILLIS), out);
        // Set once and for all: setting it for each read would allocate.
        socket.setSoTimeout(Math.toIntExact(options.leaseMillis));
        InputStream in = socket.getInputStream();
        while (true) {
            byte[] answer = answer(receive(in));
            out.write(answer);
            commands.writeBehindAnswer(out);
            out.flush();
            reader.reset();
            reserve.refill();
        }
    }

    private void greet(InputStream in, OutputStream out) throws IOException {
        int length = reader.read(in, RequestReader.SMALL);
        Line hello = Frames.decode(reader.body(), length).stream().findFirst().orElse(Line.of(""));
        reader.reset();
        if (!hello.keyword().equals(Verbs.HELLO) || hello.size() < 2 || !isToken(hello.text(0))) {
            out.write(frame(
                    List.of(Line.of(Frames.ERROR, "The token is wrong: this agent was started by another run."))));
            throw new IOException("wrong token");
        }
        if (!hello.text(1).equals(String.valueOf(Verbs.VERSION))) {
            out.write(frame(List.of(Line.of(
                    Frames.ERROR,
                    "The agent speaks version " + Verbs.VERSION + " of the control channel, the runner version "
                            + hello.text(1) + "; use the agent's jar of the same release."))));
            throw new IOException("wrong version");
        }
        out.write(frame(List.of(
                Line.of(Frames.OK, Verbs.VERSION, options.leaseMillis, System.getProperty("java.version", "")))));
    }

    /** Takes as long for a wrong token as for a right one. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), options.token.getBytes(StandardCharsets.UTF_8));
    }

    private int receive(InputStream in) throws IOException {
        while (true) {
            try {
                return reader.read(in, RequestReader.LARGE);
            } catch (OutOfMemoryError e) {
                reserve.release(false);
            }
        }
    }

    /** Answers; when memory runs out, gives the reserve up and tries once more. */
    private byte[] answer(int length) {
        if (commands.carriesOut(reader.body(), length)) {
            return OK;
        }
        boolean givesBack = !isReading(reader.body(), length);
        reserve.releaseIfScarce(givesBack);
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return frame(commands.answer(Frames.decode(reader.body(), length)));
            } catch (OutOfMemoryError e) {
                reserve.release(givesBack);
            }
        }
        commands.giveUp();
        return FULL;
    }

    private static boolean isReading(byte[] body, int length) {
        return Arrays.equals(body, 0, length, PEEK, 0, PEEK.length)
                || Arrays.equals(body, 0, length, COLLECT, 0, COLLECT.length)
                || Arrays.equals(body, 0, length, VITALS, 0, VITALS.length)
                || Arrays.equals(body, 0, length, DUMP, 0, DUMP.length)
                || Arrays.equals(body, 0, length, THREADS, 0, THREADS.length)
                || Arrays.equals(body, 0, length, THREAD_DUMP, 0, THREAD_DUMP.length);
    }

    /** Returns a frame with its length in front. */
    private static byte[] frame(List<Line> lines) {
        byte[] body = Frames.encode(lines);
        byte[] whole = new byte[body.length + 4];
        whole[0] = (byte) (body.length >>> 24);
        whole[1] = (byte) (body.length >>> 16);
        whole[2] = (byte) (body.length >>> 8);
        whole[3] = (byte) body.length;
        System.arraycopy(body, 0, whole, 4, body.length);
        return whole;
    }
}
