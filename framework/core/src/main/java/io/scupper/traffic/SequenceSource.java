package io.scupper.traffic;

import java.nio.ByteBuffer;
import java.util.List;

/** One source after the other. */
final class SequenceSource implements ByteSource {

    private final List<ByteSource> parts;
    private int current;

    SequenceSource(ByteSource... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public boolean fill(ByteBuffer out) {
        for (; current < parts.size(); current++) {
            if (parts.get(current).fill(out)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        parts.forEach(ByteSource::close);
    }
}
