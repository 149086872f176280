package io.scupper.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Writes the frames of HTTP/2 that a client of one request needs (RFC 9113), header fields without compression (RFC 7541). */
final class Frames {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;
    static final int PADDED = 8;
    static final int PRIORITY = 32;

    /** Of the one request on a connection: a client's streams are odd. */
    static final int STREAM = 1;

    static final int HEADER_BYTES = 9;

    /** Where a header has the flags. */
    static final int FLAGS_AT = 4;

    /** Of the payload of a frame; every peer takes so many. */
    static final int MOST_BYTES = 16 << 10;

    /** The window of a stream and of a connection as long as nothing else is said. */
    static final int DEFAULT_WINDOW = 65_535;

    static final int SETTING_WINDOW = 4;

    private static final int SETTING_TABLE = 1;
    private static final int SETTING_PUSH = 2;
    private static final int CANCEL = 8;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Frames() {}

    /** Writes the header of a frame. */
    static void putHeader(ByteBuffer out, int length, int type, int flags, int stream) {
        out.put((byte) (length >> 16)).putShort((short) length);
        out.put((byte) type).put((byte) flags).putInt(stream);
    }

    static byte[] frame(int type, int flags, int stream, byte[] payload) {
        var out = ByteBuffer.allocate(HEADER_BYTES + payload.length);
        putHeader(out, payload.length, type, flags, stream);
        return out.put(payload).array();
    }

    /** Returns what a client says first: it wants no compressed headers, nothing pushed, and takes so much of a response. */
    static byte[] greeting(int window) {
        var settings = ByteBuffer.allocate(18);
        settings.putShort((short) SETTING_TABLE).putInt(0);
        settings.putShort((short) SETTING_PUSH).putInt(0);
        settings.putShort((short) SETTING_WINDOW).putInt(window);
        var all = new ByteArrayOutputStream();
        all.writeBytes(PREFACE);
        all.writeBytes(frame(SETTINGS, 0, 0, settings.array()));
        if (window > DEFAULT_WINDOW) {
            all.writeBytes(windowUpdate(0, window - DEFAULT_WINDOW));
        }
        return all.toByteArray();
    }

    /** Returns the request's fields, in as many frames as they take. */
    static byte[] headers(Map<String, String> fields, boolean endsStream) {
        var block = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            block.write(0);
            putText(block, name.toLowerCase(Locale.ROOT));
            putText(block, value);
        });
        byte[] all = block.toByteArray();
        var frames = new ByteArrayOutputStream();
        for (int from = 0; from < all.length; from += MOST_BYTES) {
            int to = Math.min(all.length, from + MOST_BYTES);
            int flags = (to == all.length ? END_HEADERS : 0) | (from == 0 && endsStream ? END_STREAM : 0);
            byte[] part = java.util.Arrays.copyOfRange(all, from, to);
            frames.writeBytes(frame(from == 0 ? HEADERS : CONTINUATION, flags, STREAM, part));
        }
        return frames.toByteArray();
    }

    static byte[] windowUpdate(int stream, int bytes) {
        return frame(WINDOW_UPDATE, 0, stream, number(bytes));
    }

    /** Returns what ends the request before it is over. */
    static byte[] cancel() {
        return frame(RST_STREAM, 0, STREAM, number(CANCEL));
    }

    /** Returns what says that no request will follow. */
    static byte[] goAway() {
        return frame(GOAWAY, 0, 0, new byte[8]);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** A string without Huffman's code: its length in seven bits and, where that is not enough, in further sevens. */
    private static void putText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int most = 127;
        if (bytes.length < most) {
            out.write(bytes.length);
        } else {
            out.write(most);
            int rest = bytes.length - most;
            for (; rest >= 128; rest >>= 7) {
                out.write(rest & 127 | 128);
            }
            out.write(rest);
        }
        out.writeBytes(bytes);
    }
}
