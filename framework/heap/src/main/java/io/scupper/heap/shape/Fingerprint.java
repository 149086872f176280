package io.scupper.heap.shape;

import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Root;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that is the same for the same path in other runs and other JVMs: no counts, addresses, keys or numbers. */
public final class Fingerprint {

    private static final int BYTES = 6;

    private Fingerprint() {}

    /** Returns the fingerprint of the path to a shape. */
    public static String of(Shape end) {
        var text = new StringBuilder();
        Root root = end.root();
        text.append(root.kind())
                .append('\n')
                .append(Names.ofThread(root.thread()))
                .append('\n')
                .append(root.frame());
        for (Shape step : end.path()) {
            text.append('\n').append(step.label().text()).append('\t').append(step.type());
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
