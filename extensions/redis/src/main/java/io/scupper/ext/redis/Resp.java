package io.scupper.ext.redis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of Redis' protocol (RESP2) as asking single questions takes. Written here so that no client library, and no
 * version of one, is forced on the class path of a user whose own client is the thing under test.
 */
final class Resp {

    /** Far above any answer that is asked for here, far below a nonsense length. */
    private static final int MAX_BYTES = 256 << 20;

    private Resp() {}

    /** Writes a command and flushes it. */
    static void write(OutputStream out, byte[]... words) throws IOException {
        line(out, "*" + words.length);
        for (byte[] word : words) {
            line(out, "$" + word.length);
            out.write(word);
            line(out, "");
        }
        out.flush();
    }

    /**
     * Reads the answer: a text or a number, as text.
     *
     * @return null if Redis answers that there is nothing
     * @throws RefusedException if Redis answers with an error; the stream is good for the next command
     * @throws IOException if the stream ended or carries something else; it is of no use any more
     */
    @Nullable
    static String read(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.isEmpty() ? "" : line.substring(1);
        switch (line.isEmpty() ? '\0' : line.charAt(0)) {
            case '+', ':' -> {
                return rest;
            }
            case '-' -> throw new RefusedException(rest);
            case '$' -> {
                return bulk(in, length(rest));
            }
            default -> throw new IOException("an answer begins with '" + line + "', which is no text and no number");
        }
    }

    /**
     * Reads an answer that is a list of texts or numbers, as texts; what Redis has nothing of is left out.
     *
     * @throws RefusedException as {@link #read}
     * @throws IOException as {@link #read}
     */
    static List<String> readAll(InputStream in) throws IOException {
        String line = line(in);
        if (line.startsWith("-")) {
            throw new RefusedException(line.substring(1));
        }
        if (!line.startsWith("*")) {
            throw new IOException("an answer begins with '" + line + "', which is no list");
        }
        var texts = new ArrayList<String>();
        for (int left = length(line.substring(1)); left > 0; left--) {
            String text = read(in);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Nullable
    private static String bulk(InputStream in, int length) throws IOException {
        if (length == -1) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || !line(in).isEmpty()) {
            throw new EOFException("the answer was cut short");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int length(String text) throws IOException {
        try {
            int length = Integer.parseInt(text);
            if (length >= -1 && length <= MAX_BYTES) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for both.
        }
        throw new IOException("an answer of '" + text + "' bytes was announced");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
    }

    /** An error that Redis answered with. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
