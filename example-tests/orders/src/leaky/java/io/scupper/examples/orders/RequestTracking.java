package io.scupper.examples.orders;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Knows the requests that are being served. */
final class RequestTracking extends Filter {

    private final AtomicLong number = new AtomicLong();
    private final Map<Long, RequestContext> inFlight = new ConcurrentHashMap<>();

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        long request = number.incrementAndGet();
        inFlight.put(
                request,
                new RequestContext(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), System.nanoTime()));
        chain.doFilter(exchange);
        // The mistake: not reached when the client goes away and the answer cannot be written.
        inFlight.remove(request);
    }

    int size() {
        return inFlight.size();
    }

    @Override
    public String description() {
        return "request tracking";
    }
}
