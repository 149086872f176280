package io.scupper.traffic;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one response as its bytes come in and keeps nothing of it but the status and, if asked to, the beginning of its
 * body. Knows the three ways in which a body
 * ends (RFC 9112, 6.3), passes over interim responses, and stops at {@link #BOUND}.
 */
final class ResponseReader implements Reading {

    private static final int LONGEST_LINE = 64 << 10;

    private enum State {
        STATUS,
        HEADERS,
        COUNTED,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILERS,
        UNTIL_CLOSE,
        DONE
    }

    private final boolean bodyless;
    private final int mostKept;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private final StringBuilder line = new StringBuilder();
    private State state = State.STATUS;
    private int status;
    private boolean chunked;
    private long length = -1;
    private long left;
    private long received;

    /** Makes a reader; {@code bodyless} for the answer to HEAD, and so many bytes of the body are kept. */
    ResponseReader(boolean bodyless, int mostKept) {
        this.bodyless = bodyless;
        this.mostKept = mostKept;
    }

    /** Returns what was kept of the body, as UTF-8. */
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int status() {
        return state == State.STATUS || state == State.HEADERS ? 0 : status;
    }

    @Override
    public boolean isDone() {
        return state == State.DONE || received >= BOUND;
    }

    @Override
    public boolean endsByClose() {
        return state == State.UNTIL_CLOSE;
    }

    @Override
    public long announced() {
        return status() > 0 && !chunked ? length : -1;
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public void feed(ByteBuffer bytes) throws ProtocolException {
        received += bytes.remaining();
        while (bytes.hasRemaining() && state != State.DONE) {
            switch (state) {
                case COUNTED -> skip(bytes, State.DONE);
                case CHUNK_DATA -> skip(bytes, State.CHUNK_END);
                case UNTIL_CLOSE -> pass(bytes, bytes.remaining());
                default -> feedLine(bytes);
            }
        }
        bytes.position(bytes.limit());
    }

    private void skip(ByteBuffer bytes, State next) {
        int skipped = (int) Math.min(left, bytes.remaining());
        pass(bytes, skipped);
        left -= skipped;
        if (left == 0) {
            state = next;
        }
    }

    private void pass(ByteBuffer bytes, int count) {
        int keeps = Math.min(count, mostKept - kept.size());
        for (int i = 0; i < keeps; i++) {
            kept.write(bytes.get(bytes.position() + i));
        }
        bytes.position(bytes.position() + count);
    }

    private void feedLine(ByteBuffer bytes) throws ProtocolException {
        while (bytes.hasRemaining()) {
            char next = (char) (bytes.get() & 0xff);
            if (next == '\n') {
                String read = line.toString().stripTrailing();
                line.setLength(0);
                take(read);
                return;
            }
            if (line.length() == LONGEST_LINE) {
                throw new ProtocolException("The response has a line of more than 64 KiB.");
            }
            line.append(next);
        }
    }

    private void take(String read) throws ProtocolException {
        switch (state) {
            case STATUS -> takeStatus(read);
            case HEADERS -> takeHeader(read);
            case CHUNK_SIZE -> {
                left = number(read.split(";", 2)[0].strip(), 16);
                state = left == 0 ? State.TRAILERS : State.CHUNK_DATA;
            }
            case CHUNK_END -> state = State.CHUNK_SIZE;
            default -> state = read.isEmpty() ? State.DONE : State.TRAILERS;
        }
    }

    private void takeStatus(String read) throws ProtocolException {
        if (!read.matches("HTTP/1\\.[01] [1-9]\\d\\d( .*)?")) {
            throw new ProtocolException("The response begins with '%s', which is not HTTP/1.1."
                    .formatted(read.substring(0, Math.min(60, read.length()))));
        }
        status = Integer.parseInt(read.substring(9, 12));
        state = State.HEADERS;
    }

    private void takeHeader(String read) throws ProtocolException {
        if (read.isEmpty()) {
            endHead();
            return;
        }
        String[] header = read.split(":", 2);
        String value = header.length < 2 ? "" : header[1].strip();
        switch (header[0].toLowerCase(Locale.ROOT)) {
            case "content-length" -> length = number(value, 10);
            case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
            default -> {
                // The rest does not bear on where the response ends.
            }
        }
    }

    private void endHead() {
        if (status < 200) {
            state = State.STATUS;
        } else if (bodyless || status == 204 || status == 304 || (length == 0 && !chunked)) {
            state = State.DONE;
        } else if (chunked) {
            state = State.CHUNK_SIZE;
        } else {
            left = length;
            state = length < 0 ? State.UNTIL_CLOSE : State.COUNTED;
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for both.
        }
        throw new ProtocolException("The response gives '%s' for a length.".formatted(text));
    }
}
