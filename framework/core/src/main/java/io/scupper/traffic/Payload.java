package io.scupper.traffic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of requests: so many bytes of text in a framing, the same for each request. Where the content type is JSON it
 * is a JSON object with one long string, so that a parser reads it to its end; unless it is {@link #literal} or a
 * {@link #json} of another shape. Holds one block of 64 KiB whatever its size; immutable, and shared by all threads that
 * send it.
 */
public final class Payload {

    private static final String BOUNDARY = "scupper-7f3a9c51d2";

    private final long size;
    private final Framing framing;
    private final String contentType;
    private final Content content;

    private Payload(long size, Framing framing, String contentType, Content content) {
        this.size = size;
        this.framing = framing;
        this.contentType = contentType;
        this.content = content;
    }

    /** What is in it, for any size. */
    private interface Content {
        ByteSource open(long size);
    }

    /** Makes a payload of just these bytes. */
    public static Payload literal(byte[] bytes, String contentType) {
        byte[] block = bytes.clone();
        return new Payload(bytes.length, Framing.CONTENT_LENGTH, contentType, size -> new CyclicSource(block, size));
    }

    /**
     * Makes a payload.
     *
     * @param size in bytes from 0: of the file in a multipart body, and inflated in a compressed one
     * @param ratio by which {@link Framing#GZIP} shrinks it, from 2 to 1,000, hit within 20 % from 1 MiB up; any number
     *     otherwise
     * @param contentType of the body, or of the file in a multipart body
     * @param seed of the letters
     */
    public static Payload of(long size, Framing framing, int ratio, String contentType, long seed) {
        byte[] block = framing == Framing.GZIP ? Block.compressible(seed, ratio) : Block.random(seed);
        return new Payload(
                size,
                framing,
                contentType,
                contentType.contains("json")
                        ? length -> jsonString(block, length)
                        : length -> new CyclicSource(block, length));
    }

    /** Makes a JSON document of this shape, of {@link JsonShape#LEAST_SIZE} or more, its length announced. */
    public static Payload json(JsonShape shape, long size, long seed) {
        byte[] block = Block.random(seed);
        return new Payload(size, Framing.CONTENT_LENGTH, "application/json", length -> shape.open(length, block));
    }

    /** Returns a payload that differs in its size alone. */
    public Payload ofSize(long otherSize) {
        return new Payload(otherSize, framing, contentType, content);
    }

    /** Returns its size in bytes. */
    public long size() {
        return size;
    }

    /** Returns how it is put on the wire. */
    public Framing framing() {
        return framing;
    }

    /** Returns the headers that describe it. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Content-Type",
                framing == Framing.MULTIPART ? "multipart/form-data; boundary=" + BOUNDARY : contentType);
        switch (framing) {
            case CONTENT_LENGTH -> headers.put("Content-Length", Long.toString(size));
            case CHUNKED -> headers.put("Transfer-Encoding", "chunked");
            case MULTIPART -> headers.put("Content-Length", Long.toString(opening().length + size + closing().length));
            case GZIP -> {
                headers.put("Content-Encoding", "gzip");
                headers.put("Transfer-Encoding", "chunked");
            }
        }
        return headers;
    }

    /** Returns its bytes as they go on the wire of HTTP/1.1; to be closed. */
    ByteSource open() {
        return framing == Framing.CHUNKED || framing == Framing.GZIP
                ? new ChunkedSource(openUnchunked())
                : openUnchunked();
    }

    /** Returns its bytes as a protocol takes them that has frames of its own; to be closed. */
    ByteSource openUnchunked() {
        return switch (framing) {
            case CONTENT_LENGTH, CHUNKED -> content.open(size);
            case MULTIPART -> new SequenceSource(once(opening()), content.open(size), once(closing()));
            case GZIP -> new GzipSource(content.open(size));
        };
    }

    private static ByteSource jsonString(byte[] block, long size) {
        byte[] before = "{\"payload\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] after = "\"}".getBytes(StandardCharsets.US_ASCII);
        long inside = size - before.length - after.length;
        return inside < 0
                ? new CyclicSource(block, size)
                : new SequenceSource(once(before), new CyclicSource(block, inside), once(after));
    }

    private byte[] opening() {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scupper.bin\"\r\n"
                        + "Content-Type: " + contentType + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] closing() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteSource once(byte[] bytes) {
        return new CyclicSource(bytes, bytes.length);
    }
}
