package io.scupper.traffic;

import java.nio.ByteBuffer;

/** Another source in DATA frames of HTTP/2 (RFC 9113, 6.1), each as large as the server takes at the time. */
final class DataFrames implements ByteSource {

    private final ByteSource data;
    private final Reading reader;
    private final long most;
    private final ByteBuffer chunk = ByteBuffer.allocate(Frames.MOST_BYTES).limit(0);
    private long framed;
    private boolean ended;

    /**
     * Frames a body.
     *
     * @param reader knows how much the server takes
     * @param most so many bytes of the body are framed; if it has more, its end is never said
     */
    DataFrames(ByteSource data, Reading reader, long most) {
        this.data = data;
        this.reader = reader;
        this.most = most;
    }

    /** The end is said by the last frame that has bytes: one more would wait for a window that need never open. */
    @Override
    public boolean fill(ByteBuffer out) {
        if (isOver()) {
            return false;
        }
        load();
        long room = Math.min(out.remaining() - Frames.HEADER_BYTES, Math.min(reader.credit(), most - framed));
        int length = (int) Math.min(chunk.remaining(), room);
        int header = out.position();
        Frames.putHeader(out, length, Frames.DATA, 0, Frames.STREAM);
        out.put(chunk.duplicate().limit(chunk.position() + length));
        chunk.position(chunk.position() + length);
        framed += length;
        reader.spend(length);
        load();
        if (ended) {
            out.put(header + Frames.FLAGS_AT, (byte) Frames.END_STREAM);
        }
        return true;
    }

    @Override
    public boolean isOver() {
        return ended || framed == most;
    }

    private void load() {
        if (!chunk.hasRemaining() && !ended) {
            chunk.clear();
            ended = !data.fill(chunk);
            chunk.flip();
        }
    }

    @Override
    public void close() {
        data.close();
    }
}
