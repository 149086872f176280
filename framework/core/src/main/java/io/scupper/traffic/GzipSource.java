package io.scupper.traffic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Another source, compressed as one member of gzip (RFC 1952). */
final class GzipSource implements ByteSource {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER_BYTES = 8;

    private final ByteSource data;
    private final Deflater deflater = new Deflater(Block.LEVEL, true);
    private final CRC32 checksum = new CRC32();
    private final ByteBuffer input = ByteBuffer.allocate(16 << 10);
    private boolean begun;
    private boolean ended;

    GzipSource(ByteSource data) {
        this.data = data;
    }

    @Override
    public boolean fill(ByteBuffer out) {
        if (ended) {
            return false;
        }
        if (!begun) {
            begun = true;
            out.put(HEADER);
        }
        while (out.hasRemaining() && !deflater.finished()) {
            if (deflater.needsInput()) {
                feed();
            }
            deflater.deflate(out);
        }
        if (deflater.finished() && out.remaining() >= TRAILER_BYTES) {
            ended = true;
            out.order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue())
                    .putInt((int) deflater.getBytesRead())
                    .order(ByteOrder.BIG_ENDIAN);
        }
        return true;
    }

    private void feed() {
        input.clear();
        if (data.fill(input)) {
            // By array: of a buffer the deflater keeps the reference, and would see it being refilled.
            checksum.update(input.array(), 0, input.position());
            deflater.setInput(input.array(), 0, input.position());
        } else {
            deflater.finish();
        }
    }

    /** The deflater holds 256 KiB outside the heap, which only a collection would free otherwise. */
    @Override
    public void close() {
        deflater.end();
        data.close();
    }
}
