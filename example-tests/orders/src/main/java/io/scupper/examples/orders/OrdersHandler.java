package io.scupper.examples.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests below {@code /orders}. Nothing here differs between the builds.
 *
 * <pre>
 * POST /orders                     takes an order: any body, whole or chunked, plain or gzip
 * GET  /orders/{id}                an order, made up on the spot
 * GET  /orders/{id}/price          asks the price service
 * POST /orders/{id}/confirm        publishes to Redis and answers at once
 * GET  /orders/{id}/report         has a report computed by a worker and waits for it
 * GET  /orders/{id}/stream?bytes=N a long answer
 * </pre>
 */
final class OrdersHandler implements HttpHandler {

    private static final Pattern PATH =
            Pattern.compile("/orders(?:/([\\w.-]{1,64})(?:/(price|confirm|report|stream))?)?");
    private static final Pattern BYTES = Pattern.compile("bytes=(\\d{1,12})");
    /** More than the buffers between server and client take, so that a client that goes away is noticed. */
    private static final long STREAM_BYTES = 8 << 20;

    private static final byte[] CHUNK = new byte[65_536];

    private final @Nullable PriceClient prices;
    private final @Nullable Confirmations confirmations;
    private final Reports reports;
    private final Crumbs crumbs;
    private final AtomicLong taken = new AtomicLong();

    OrdersHandler(@Nullable PriceClient prices, @Nullable Confirmations confirmations, Reports reports, Crumbs crumbs) {
        this.prices = prices;
        this.confirmations = confirmations;
        this.reports = reports;
        this.crumbs = crumbs;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            Answers.error(exchange, 404, "no such resource");
            return;
        }
        String id = path.group(1);
        if (id == null) {
            collection(exchange);
        } else {
            order(exchange, id, path.group(2));
        }
    }

    private void collection(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            take(exchange);
        } else {
            Answers.error(exchange, 405, "POST an order here");
        }
    }

    private void order(HttpExchange exchange, String id, @Nullable String part) throws IOException {
        switch (exchange.getRequestMethod() + " " + (part == null ? "" : part)) {
            case "GET " -> show(exchange, id);
            case "GET price" -> price(exchange, id);
            case "POST confirm" -> confirm(exchange, id);
            case "GET report" -> report(exchange, id);
            case "GET stream" -> stream(exchange);
            default -> Answers.error(exchange, 405, "not with this method");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        long bytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        Answers.json(exchange, 201, "{\"id\":\"" + taken.incrementAndGet() + "\",\"bytes\":" + bytes + "}");
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        crumbs.drop();
        Answers.json(exchange, 200, "{\"id\":\"" + id + "\",\"items\":" + (1 + Math.floorMod(id.hashCode(), 9)) + "}");
    }

    private void price(HttpExchange exchange, String id) throws IOException {
        if (prices == null) {
            Answers.error(exchange, 503, "PRICES_URL is not set");
            return;
        }
        String price;
        try {
            price = prices.priceOf(id);
        } catch (IOException e) {
            Answers.error(exchange, 503, "no price: " + e.getClass().getSimpleName());
            return;
        }
        Answers.json(exchange, 200, price);
    }

    private void confirm(HttpExchange exchange, String id) throws IOException {
        if (confirmations == null) {
            Answers.error(exchange, 503, "REDIS_URL is not set");
        } else if (confirmations.confirm(id)) {
            Answers.json(exchange, 202, "{\"id\":\"" + id + "\",\"confirmation\":\"pending\"}");
        } else {
            Answers.error(exchange, 503, "too many confirmations are pending");
        }
    }

    private void report(HttpExchange exchange, String id) throws IOException {
        String report;
        try {
            report = reports.run(new ReportTask(id));
        } catch (TimeoutException e) {
            Answers.error(exchange, 504, "the report takes too long");
            return;
        } catch (RejectedExecutionException e) {
            Answers.error(exchange, 503, "too many reports");
            return;
        } catch (ExecutionException e) {
            Answers.error(exchange, 500, "the report failed");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.error(exchange, 503, "shutting down");
            return;
        }
        Answers.json(exchange, 200, report);
    }

    private void stream(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        Matcher bytes = BYTES.matcher(query == null ? "" : query);
        long left = bytes.matches() ? Long.parseLong(bytes.group(1)) : STREAM_BYTES;
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, left == 0 ? -1 : left);
        try (OutputStream out = exchange.getResponseBody()) {
            while (left > 0) {
                int length = (int) Math.min(left, CHUNK.length);
                out.write(CHUNK, 0, length);
                left -= length;
            }
        }
    }
}
