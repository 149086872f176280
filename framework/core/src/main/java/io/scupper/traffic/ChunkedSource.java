package io.scupper.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Another source in chunks of at most 16 KiB, with the chunk that ends them (RFC 9112, 7.1). */
final class ChunkedSource implements ByteSource {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The frame of a chunk: at most four hexadecimal digits and two line ends. */
    private static final int FRAME = 8;

    private final ByteSource data;
    private final ByteBuffer chunk = ByteBuffer.allocate(16 << 10);
    private boolean ended;

    ChunkedSource(ByteSource data) {
        this.data = data;
    }

    @Override
    public boolean fill(ByteBuffer out) {
        if (ended) {
            return false;
        }
        chunk.clear().limit(Math.min(chunk.capacity(), out.remaining() - FRAME));
        if (data.fill(chunk)) {
            chunk.flip();
            out.put(Integer.toHexString(chunk.remaining()).getBytes(StandardCharsets.US_ASCII));
            out.put(CRLF).put(chunk).put(CRLF);
        } else {
            ended = true;
            out.put(LAST);
        }
        return true;
    }

    @Override
    public void close() {
        data.close();
    }
}
