package io.scupper.examples.causes.requestbody;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.scupper.examples.causes.WorkServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Takes orders of any kind; a middleware before it looks at each body first. */
public final class RequestBody {

    private static final int MOST_BYTES = 64 << 10;

    private RequestBody() {}

    public static void main(String[] args) throws IOException {
        WorkServer.serve(RequestBody::order, WorkServer.isRemedied(args) ? new Limiting() : new Keeping());
    }

    private static void order(HttpExchange exchange) throws IOException {
        int bytes = exchange.getRequestBody().readAllBytes().length;
        WorkServer.answer(exchange, 200, bytes + " bytes");
    }

    /** The leak: it reads all there is, and keeps it for a log of failures that nobody ever asks for. */
    private static final class Keeping extends Filter {

        private final Map<Long, Context> contexts = new ConcurrentHashMap<>();
        private final AtomicLong requests = new AtomicLong();

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            contexts.put(requests.incrementAndGet(), new Context(body));
            exchange.setStreams(new ByteArrayInputStream(body), null);
            chain.doFilter(exchange);
        }

        @Override
        public String description() {
            return "keeps bodies";
        }
    }

    private record Context(byte[] body) {}

    private static final class Limiting extends Filter {

        // tag::remedy[]
        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                WorkServer.answer(exchange, 413, "at most 64 KiB");
                return;
            }
            exchange.setStreams(new ByteArrayInputStream(body), null);
            chain.doFilter(exchange);
        }
        // end::remedy[]

        @Override
        public String description() {
            return "limits bodies";
        }
    }
}
