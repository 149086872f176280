package io.scupper.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Members of a JSON object, each with a number for its name, parted by commas. */
final class MemberSource implements ByteSource {

    /** Of one member with its comma. */
    static final int LENGTH = 14;

    private static final int DIGITS = 9;

    private final long count;
    private long made;

    MemberSource(long count) {
        this.count = count;
    }

    /** Returns how many bytes all of them have; the last has no comma. */
    long length() {
        return Math.max(0, count * LENGTH - 1);
    }

    @Override
    public boolean fill(ByteBuffer out) {
        if (made == count) {
            return false;
        }
        while (made < count && out.remaining() >= LENGTH) {
            String number = Long.toString(made);
            out.put((byte) '"').put("0".repeat(DIGITS - number.length()).getBytes(StandardCharsets.US_ASCII));
            out.put(number.getBytes(StandardCharsets.US_ASCII)).put("\":1".getBytes(StandardCharsets.US_ASCII));
            made++;
            if (made < count) {
                out.put((byte) ',');
            }
        }
        return true;
    }
}
