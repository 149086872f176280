package io.scupper.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the frames of the control channel: a four-byte length, then that many bytes of UTF-8, one
 * {@link Line} a text line. A request's first line is the verb; an answer's first line is {@code ok} or
 * {@code error} with a message.
 */
public final class Frames {

    /** The keyword that opens an answer to a request that was carried out. */
    public static final String OK = "ok";

    /** The keyword that opens an answer to a request that was not; its one field is the reason. */
    public static final String ERROR = "error";

    /** The largest frame that is read, in bytes: 64 MiB, far above any sample, far below a nonsense length. */
    public static final int MAX_BYTES = 64 << 20;

    private Frames() {}

    /** Writes one frame and flushes it. */
    public static void write(DataOutputStream out, List<Line> lines) throws IOException {
        byte[] bytes = encode(lines);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Returns the bytes of a frame, without its length. */
    public static byte[] encode(List<Line> lines) {
        var text = new StringBuilder();
        for (Line line : lines) {
            line.encodeTo(text);
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one frame; blocks until it is whole.
     *
     * @throws EOFException if the peer closed before or within the frame
     * @throws IOException if the length is negative or above {@link #MAX_BYTES}: the peer speaks something else
     */
    public static List<Line> read(DataInputStream in) throws IOException {
        return read(in, MAX_BYTES);
    }

    /** Reads one frame of at most {@code maxBytes}, for a peer that is not trusted. */
    public static List<Line> read(DataInputStream in, int maxBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > maxBytes) {
            throw new IOException("A frame of " + length + " bytes was announced, at most " + maxBytes
                    + " are allowed: the peer is not a Scupper agent or runner.");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return decode(bytes, length);
    }

    /** Reads the lines of a frame from its bytes, without its length. */
    public static List<Line> decode(byte[] bytes, int length) {
        var lines = new ArrayList<Line>();
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(Line.decode(text.substring(from, end)));
            from = end + 1;
        }
        return lines;
    }
}
