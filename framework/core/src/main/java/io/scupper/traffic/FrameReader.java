package io.scupper.traffic;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the response to the one request of a connection of HTTP/2 (RFC 9113): its status and how many bytes it has. Keeps
 * the account of what either side may still send.
 */
final class FrameReader implements Reading {

    private static final int LONGEST_FIELDS = 256 << 10;

    private final ByteBuffer header = ByteBuffer.allocate(Frames.HEADER_BYTES);
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream(0);
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream(0);
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream(0);
    private int type = -1;
    private int flags;
    private int stream;
    private int left;
    private boolean greeted;
    private boolean fieldsEnd;
    private boolean done;
    private boolean reset;
    private int status;
    private long received;
    private long streamCredit = Frames.DEFAULT_WINDOW;
    private long connectionCredit = Frames.DEFAULT_WINDOW;
    private int initialWindow = Frames.DEFAULT_WINDOW;

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean isDone() {
        return done || reset || received >= BOUND;
    }

    @Override
    public boolean isReset() {
        return reset;
    }

    @Override
    public boolean endsByClose() {
        return false;
    }

    @Override
    public long received() {
        return received;
    }

    /** The length stands in fields that are not read. */
    @Override
    public long announced() {
        return -1;
    }

    @Override
    public boolean stopsSending() {
        return isDone() || status >= 400;
    }

    @Override
    public long credit() {
        return Math.max(0, Math.min(streamCredit, connectionCredit));
    }

    @Override
    public void spend(long bytes) {
        streamCredit -= bytes;
        connectionCredit -= bytes;
    }

    @Override
    public byte[] replies() {
        byte[] all = replies.toByteArray();
        replies.reset();
        return all;
    }

    @Override
    public boolean grant(long bytes) {
        if (bytes > 0 && !isDone()) {
            int more = (int) Math.min(bytes, Integer.MAX_VALUE / 2);
            replies.writeBytes(Frames.windowUpdate(0, more));
            replies.writeBytes(Frames.windowUpdate(Frames.STREAM, more));
        }
        return true;
    }

    @Override
    public byte[] farewell() {
        return Frames.goAway();
    }

    @Override
    public void feed(ByteBuffer bytes) throws ProtocolException {
        while (bytes.hasRemaining()) {
            if (type < 0) {
                feedHeader(bytes);
            } else {
                feedPayload(bytes);
            }
            if (type >= 0 && left == 0) {
                endFrame();
            }
        }
    }

    private void feedHeader(ByteBuffer bytes) throws ProtocolException {
        while (header.hasRemaining() && bytes.hasRemaining()) {
            header.put(bytes.get());
        }
        if (header.hasRemaining()) {
            return;
        }
        header.flip();
        left = (header.get() & 0xff) << 16 | header.getShort() & 0xffff;
        type = header.get() & 0xff;
        flags = header.get() & 0xff;
        stream = header.getInt() & Integer.MAX_VALUE;
        if (!greeted && type != Frames.SETTINGS) {
            throw new ProtocolException(
                    ("The server began with '%s' and not with a frame of settings: it does not speak HTTP/2"
                                    + " on this port without TLS. Switch h2c on there, or use HTTP/1.1.")
                            .formatted(new String(header.array(), StandardCharsets.ISO_8859_1)));
        }
        greeted = true;
        header.clear();
    }

    private void feedPayload(ByteBuffer bytes) throws ProtocolException {
        int length = Math.min(left, bytes.remaining());
        left -= length;
        if (type == Frames.DATA) {
            received += length;
            bytes.position(bytes.position() + length);
            return;
        }
        if (payload.size() + length > LONGEST_FIELDS) {
            throw new ProtocolException("The response has a frame of more than 256 KiB.");
        }
        for (int i = 0; i < length; i++) {
            payload.write(bytes.get());
        }
    }

    private void endFrame() throws ProtocolException {
        byte[] content = payload.toByteArray();
        payload.reset();
        var in = ByteBuffer.wrap(content);
        switch (type) {
            case Frames.HEADERS -> beginFields(in);
            case Frames.CONTINUATION -> addFields(in);
            case Frames.RST_STREAM -> reset = !done;
            case Frames.SETTINGS -> takeSettings(in);
            case Frames.PING -> reply(Frames.PING, content);
            case Frames.GOAWAY -> reset |= !done && in.getInt() < Frames.STREAM;
            case Frames.WINDOW_UPDATE -> takeWindow(in.getInt());
            default -> {
                // Data is counted as it comes; what else there is does not concern one request.
            }
        }
        boolean onStream = type == Frames.DATA || type == Frames.HEADERS;
        done |= onStream && (flags & Frames.END_STREAM) != 0;
        type = -1;
    }

    private void beginFields(ByteBuffer in) throws ProtocolException {
        fields.reset();
        int padding = (flags & Frames.PADDED) != 0 ? in.get() & 0xff : 0;
        if ((flags & Frames.PRIORITY) != 0) {
            in.position(in.position() + 5);
        }
        addFields(in.limit(in.limit() - padding));
    }

    private void addFields(ByteBuffer in) throws ProtocolException {
        received += in.remaining();
        fields.write(in.array(), in.position(), in.remaining());
        fieldsEnd = (flags & Frames.END_HEADERS) != 0;
        // Fields behind the body are trailers, which have no status.
        if (fieldsEnd && status == 0) {
            int read = StatusField.of(fields.toByteArray());
            status = read < 200 ? 0 : read;
        }
    }

    private void takeSettings(ByteBuffer in) {
        if ((flags & Frames.ACK) != 0) {
            return;
        }
        while (in.remaining() >= 6) {
            int name = in.getShort();
            int value = in.getInt();
            if (name == Frames.SETTING_WINDOW) {
                streamCredit += (long) value - initialWindow;
                initialWindow = value;
            }
        }
        reply(Frames.SETTINGS, new byte[0]);
    }

    private void reply(int answered, byte[] content) {
        if ((flags & Frames.ACK) == 0) {
            replies.writeBytes(Frames.frame(answered, Frames.ACK, 0, content));
        }
    }

    private void takeWindow(int more) {
        if (stream == 0) {
            connectionCredit += more;
        } else {
            streamCredit += more;
        }
    }
}
