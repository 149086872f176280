package io.scupper.heap.dump;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of numbers, their highest byte first, that is read through a buffer: on and on, or from anywhere. */
final class Records implements AutoCloseable {

    /** Fits into a core's own cache; no instance has as many bytes. */
    private static final int BUFFER = 1 << 18;

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final FileChannel channel;
    private final long size;
    private final byte[] buffer = new byte[BUFFER];
    private int idBytes = 8;

    /** Where in the file the buffer begins, how far it has been read, and where it ends. */
    private long start;

    private int at;
    private int end;

    private Records(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static Records open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new Records(channel, channel.size());
    }

    /** Says how many bytes an address has. */
    void idBytes(int bytes) {
        idBytes = bytes;
    }

    int idBytes() {
        return idBytes;
    }

    long size() {
        return size;
    }

    long position() {
        return start + at;
    }

    /** Goes on at another place. */
    void seek(long position) {
        if (position >= start && position <= start + end) {
            at = (int) (position - start);
        } else {
            start = position;
            at = 0;
            end = 0;
        }
    }

    void skip(long bytes) {
        seek(position() + bytes);
    }

    int u1() throws IOException {
        need(1);
        return buffer[at++] & 0xff;
    }

    int u2() throws IOException {
        need(2);
        int read = (short) SHORTS.get(buffer, at) & 0xffff;
        at += 2;
        return read;
    }

    int i4() throws IOException {
        need(4);
        int read = (int) INTS.get(buffer, at);
        at += 4;
        return read;
    }

    /** Reads an address. */
    long id() throws IOException {
        need(idBytes);
        long read = idAt(0);
        at += idBytes;
        return read;
    }

    /** Makes so many bytes available to {@link #idAt}. */
    void need(int bytes) throws IOException {
        if (end - at < bytes) {
            fill(bytes);
        }
    }

    /** Returns the address that is so many bytes ahead, which have been asked for; nothing is read over. */
    long idAt(int offset) {
        return idBytes == 8 ? (long) LONGS.get(buffer, at + offset) : (int) INTS.get(buffer, at + offset) & 0xffffffffL;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int read = 0;
        while (read < count) {
            int part = Math.min(count - read, BUFFER);
            need(part);
            System.arraycopy(buffer, at, bytes, read, part);
            at += part;
            read += part;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void fill(int bytes) throws IOException {
        byte[] left = Arrays.copyOfRange(buffer, at, end);
        System.arraycopy(left, 0, buffer, 0, left.length);
        start += at;
        at = 0;
        end = left.length;
        while (end < bytes) {
            int read = channel.read(ByteBuffer.wrap(buffer, end, BUFFER - end), start + end);
            if (read < 0) {
                throw new EOFException("it ends in the middle of a record, after " + size + " bytes");
            }
            end += read;
        }
    }
}
