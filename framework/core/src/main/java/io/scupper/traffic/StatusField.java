package io.scupper.traffic;

import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the status out of a response's compressed fields (RFC 7541). Of HPACK that takes next to nothing: the status is the
 * first field, refers to the static table alone, and has three digits.
 */
final class StatusField {

    private static final int[] INDEXED = {200, 204, 206, 304, 400, 404, 500};
    private static final int FIRST_INDEX = 8;
    private static final int DIGITS = 3;

    private StatusField() {}

    /** Returns the status. */
    static int of(byte[] block) throws ProtocolException {
        var in = ByteBuffer.wrap(block);
        try {
            int first = in.get() & 0xff;
            while ((first & 0xe0) == 0x20) {
                // A change of the table's size; we allow none, and a server says that it has understood.
                integer(in, first, 5);
                first = in.get() & 0xff;
            }
            if ((first & 0x80) != 0) {
                return INDEXED[statusIndex(integer(in, first, 7))];
            }
            statusIndex(integer(in, first, (first & 0x40) != 0 ? 6 : 4));
            return value(in);
        } catch (BufferUnderflowException e) {
            throw unreadable();
        }
    }

    private static int statusIndex(int index) throws ProtocolException {
        int at = index - FIRST_INDEX;
        if (at < 0 || at >= INDEXED.length) {
            throw unreadable();
        }
        return at;
    }

    private static int value(ByteBuffer in) throws ProtocolException {
        int first = in.get() & 0xff;
        int length = integer(in, first, 7);
        if ((first & 0x80) == 0) {
            int status = 0;
            for (int i = 0; i < DIGITS; i++) {
                status = 10 * status + digit(in.get() - '0');
            }
            return status;
        }
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = bits << 8 | in.get() & 0xff;
        }
        return huffman(bits, 8 * length);
    }

    /** In Huffman's code 0 to 2 have five bits, which are their values, and 3 to 9 six, which are their values and 22. */
    private static int huffman(long bits, int count) throws ProtocolException {
        int status = 0;
        int left = count;
        for (int i = 0; i < DIGITS; i++) {
            int digit = (int) (bits >> (left - 5) & 31);
            if (digit > 2) {
                digit = (int) (bits >> (left - 6) & 63) - 22;
                left--;
            }
            left -= 5;
            status = 10 * status + digit(digit);
        }
        return status;
    }

    private static int digit(int digit) throws ProtocolException {
        if (digit < 0 || digit > 9) {
            throw unreadable();
        }
        return digit;
    }

    private static int integer(ByteBuffer in, int first, int prefix) {
        int most = (1 << prefix) - 1;
        int value = first & most;
        if (value < most) {
            return value;
        }
        int shift = 0;
        int next;
        do {
            next = in.get() & 0xff;
            value += (next & 127) << shift;
            shift += 7;
        } while ((next & 128) != 0 && shift < 28);
        return value;
    }

    private static ProtocolException unreadable() {
        return new ProtocolException("The response's fields do not begin with a status, which HTTP/2 demands.");
    }
}
