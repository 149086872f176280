package io.scupper.examples.orders;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;

/** Reads the body of each order, and keeps the suspiciously large ones so that somebody can look at them later. */
final class AuditFilter extends Filter {

    private static final int SUSPICIOUS_BYTES = 64 * 1024;
    private static final List<AuditEntry> ENTRIES = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        byte[] body;
        try {
            body = Bodies.of(exchange).readAllBytes();
        } catch (ZipException | EOFException e) {
            Answers.error(exchange, 400, "the body is not gzip");
            return;
        }
        if (body.length > SUSPICIOUS_BYTES) {
            // The mistake: no limit on one body, and none on how many are kept.
            ENTRIES.add(new AuditEntry(body.length, body));
        }
        exchange.setStreams(new ByteArrayInputStream(body), null);
        chain.doFilter(exchange);
    }

    int size() {
        return ENTRIES.size();
    }

    @Override
    public String description() {
        return "audit";
    }
}
