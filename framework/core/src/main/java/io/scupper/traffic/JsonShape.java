package io.scupper.traffic;

import java.nio.charset.StandardCharsets;

/** What a JSON document has too much of. Each is valid JSON of exactly the size that is asked for. */
public enum JsonShape {
    /** Arrays within arrays, one for each two bytes. */
    DEPTH {
        @Override
        ByteSource open(long size, byte[] letters) {
            return new SequenceSource(repeated("[", size / 2), blanks(size % 2), repeated("]", size / 2));
        }
    },
    /** One object with many members, each of another name. */
    WIDTH {
        @Override
        ByteSource open(long size, byte[] letters) {
            return enclosed("{", size, new MemberSource((size - 2) / MemberSource.LENGTH), "}");
        }
    },
    /** One string. */
    LONG_STRING {
        @Override
        ByteSource open(long size, byte[] letters) {
            return new SequenceSource(once("[\""), new CyclicSource(letters, size - 4), once("\"]"));
        }
    },
    /** One whole number. */
    LONG_NUMBER {
        @Override
        ByteSource open(long size, byte[] letters) {
            return new SequenceSource(once("["), new CyclicSource(digits(letters), size - 2), once("]"));
        }
    },
    /** An array of small objects. */
    MANY_OBJECTS {
        @Override
        ByteSource open(long size, byte[] letters) {
            return listed("[", "{\"a\":1}", size, "]");
        }
    },
    /** One object that has the same member many times, of which a parser keeps the last. */
    DUPLICATE_KEYS {
        @Override
        ByteSource open(long size, byte[] letters) {
            return listed("{", "\"a\":1", size, "}");
        }
    };

    /** The least size of a document: 32 bytes. */
    public static final int LEAST_SIZE = 32;

    /**
     * Opens a document.
     *
     * @param size from {@link #LEAST_SIZE}
     * @param letters letters and digits to make strings and numbers of
     */
    abstract ByteSource open(long size, byte[] letters);

    /** Encloses as many of an item as there is room for, parted by commas. */
    private static ByteSource listed(String open, String item, long size, String close) {
        long count = (size - 1) / (item.length() + 1);
        var items = new SequenceSource(repeated(item + ",", count - 1), once(item));
        return new SequenceSource(once(open), items, blanks(size - 1 - count * (item.length() + 1)), once(close));
    }

    private static ByteSource enclosed(String open, long size, MemberSource members, String close) {
        return new SequenceSource(once(open), members, blanks(size - 2 - members.length()), once(close));
    }

    /** Makes digits of letters, none of them 0: a number may not begin with it. */
    private static byte[] digits(byte[] letters) {
        byte[] digits = new byte[letters.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) ('1' + letters[i] % 9);
        }
        return digits;
    }

    private static ByteSource blanks(long count) {
        return repeated(" ", count);
    }

    private static ByteSource once(String text) {
        return repeated(text, 1);
    }

    /** Repeats by blocks, because a source of single bytes would copy single bytes. */
    private static ByteSource repeated(String text, long times) {
        int together = (int) Math.max(1, Math.min(times, 4_096 / text.length()));
        byte[] block = text.repeat(together).getBytes(StandardCharsets.US_ASCII);
        return new CyclicSource(block, times * text.length());
    }
}
