package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/**
 * Reads what is uploaded, compressed or not. The argument is {@code leaky}, which keeps large uploads for later, since they were
 * small when they came; or {@code remedied}, which refuses what is larger than it may be once it is inflated.
 */
public final class Uploads {

    private static final int MOST_BYTES = 64 << 10;

    private Uploads() {}

    public static void main(String[] args) throws IOException {
        boolean remedied = args[0].equals("remedied");
        Queue<Later> later = new ConcurrentLinkedQueue<>();
        Front.serve(exchange -> {
            String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            InputStream raw = exchange.getRequestBody();
            InputStream in = "gzip".equals(encoding) ? new GZIPInputStream(raw) : raw;
            byte[] upload = remedied ? in.readNBytes(MOST_BYTES + 1) : in.readAllBytes();
            boolean large = upload.length > MOST_BYTES;
            if (large && !remedied) {
                later.add(new Later(upload));
            }
            Front.answer(exchange, large && remedied ? 413 : 200, Integer.toString(upload.length));
        });
    }

    /** An upload that is looked into later; equal to itself alone. */
    private static final class Later {

        final byte[] upload;

        Later(byte[] upload) {
            this.upload = upload;
        }
    }
}
