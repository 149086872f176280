package io.scupper.traffic;

import java.nio.ByteBuffer;

/** So many bytes of one block, over and over. */
final class CyclicSource implements ByteSource {

    private final byte[] block;
    private final long size;
    private long made;

    CyclicSource(byte[] block, long size) {
        this.block = block;
        this.size = size;
    }

    @Override
    public boolean fill(ByteBuffer out) {
        if (made == size) {
            return false;
        }
        while (made < size && out.hasRemaining()) {
            int from = (int) (made % block.length);
            int length = (int) Math.min(Math.min(block.length - from, out.remaining()), size - made);
            out.put(block, from, length);
            made += length;
        }
        return true;
    }
}
