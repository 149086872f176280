package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.Jedis;

/** Writes a document to Redis for each request, and waits for 200 ms. The argument is {@code leaky} or {@code remedied}. */
public final class Drafts {

    private static final int PATIENCE_MILLIS = 200;
    private static final int DOCUMENT_BYTES = 256 << 10;

    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final URI redis = URI.create(System.getenv("REDIS_URL"));
    private final boolean remedied;

    private Drafts(boolean remedied) {
        this.remedied = remedied;
    }

    public static void main(String[] args) throws IOException {
        var subject = new Drafts(args[0].equals("remedied"));
        Front.serve(subject::write);
    }

    /** The leak: what could not be written stays a draft. */
    private String write() {
        String id = Long.toString(ids.incrementAndGet());
        var draft = new Draft(new byte[DOCUMENT_BYTES]);
        drafts.put(id, draft);
        boolean written = false;
        try (var jedis = new Jedis(redis, PATIENCE_MILLIS)) {
            jedis.set("document".getBytes(StandardCharsets.US_ASCII), draft.text);
            written = true;
        } finally {
            if (written || remedied) {
                drafts.remove(id);
            }
        }
        return id;
    }

    private record Draft(byte[] text) {}
}
