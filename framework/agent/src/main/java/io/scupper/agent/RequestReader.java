package io.scupper.agent;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads request frames into memory reserved in advance. Keeps its place: when memory runs out or a read fails half-way, the
 * next call goes on where it stopped.
 */
final class RequestReader {

    /** The largest request before the runner has shown its token, in bytes; such requests need no memory. */
    static final int SMALL = 64 << 10;

    /** The largest request after that, in bytes. */
    static final int LARGE = 4 << 20;

    private final byte[] head = new byte[4];
    private final byte[] small = new byte[SMALL];
    private byte[] body = small;
    private int headRead;
    private int bodyRead;

    /**
     * Reads until a frame is whole; its bytes are in {@link #body} then. Returns its length.
     *
     * @throws EOFException if the runner closed the connection
     * @throws IOException if a frame of more than {@code maxBytes} is announced
     */
    int read(InputStream in, int maxBytes) throws IOException {
        while (headRead < head.length) {
            headRead += some(in, head, headRead, head.length);
        }
        int length = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | (head[3] & 0xff);
        if (length < 0 || length > maxBytes) {
            throw new IOException("A request of " + length + " bytes was announced.");
        }
        if (length > body.length) {
            body = new byte[length];
        }
        while (bodyRead < length) {
            bodyRead += some(in, body, bodyRead, length);
        }
        return length;
    }

    byte[] body() {
        return body;
    }

    /** Makes ready for the next frame, or for the next connection. */
    void reset() {
        headRead = 0;
        bodyRead = 0;
        body = small;
    }

    private static int some(InputStream in, byte[] into, int from, int to) throws IOException {
        int count = in.read(into, from, to - from);
        if (count < 0) {
            throw new EOFException();
        }
        return count;
    }
}
