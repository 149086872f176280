package io.scupper.examples.orders;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.ZipException;

/**
 * Reads the body of each order up to a limit, and keeps digests of the last suspiciously large ones so that somebody can
 * look for them later.
 */
final class AuditFilter extends Filter {

    static final int LIMIT_BYTES = 1 << 20;
    private static final int SUSPICIOUS_BYTES = 64 * 1024;
    private static final int KEPT = 100;
    private static final long LONGEST_GOODBYE_BYTES = 64L << 20;

    private final Deque<AuditEntry> entries = new ArrayDeque<>(KEPT);

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (declaredBytes(exchange) > LIMIT_BYTES) {
            refuse(exchange);
            return;
        }
        byte[] body;
        try {
            // Counted after inflating: a small gzip may hold a huge order.
            body = Bodies.of(exchange).readNBytes(LIMIT_BYTES + 1);
        } catch (ZipException | EOFException e) {
            Answers.error(exchange, 400, "the body is not gzip");
            return;
        }
        if (body.length > LIMIT_BYTES) {
            refuse(exchange);
            return;
        }
        if (body.length > SUSPICIOUS_BYTES) {
            remember(new AuditEntry(body.length, digest(body)));
        }
        exchange.setStreams(new ByteArrayInputStream(body), null);
        chain.doFilter(exchange);
    }

    synchronized int size() {
        return entries.size();
    }

    private synchronized void remember(AuditEntry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Answers 413. Reads the rest away first, up to 64 MiB, because many clients read no answer before they have sent. */
    private static void refuse(HttpExchange exchange) throws IOException {
        InputStream raw = exchange.getRequestBody();
        byte[] buffer = new byte[8192];
        long left = LONGEST_GOODBYE_BYTES;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = raw.read(buffer);
        }
        Answers.error(exchange, 413, "an order has at most " + LIMIT_BYTES + " bytes");
    }

    private static long declaredBytes(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String description() {
        return "audit";
    }
}
