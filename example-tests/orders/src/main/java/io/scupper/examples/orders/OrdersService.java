package io.scupper.examples.orders;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The running service: opens its parts in order, and closes them in the opposite one. */
final class OrdersService implements AutoCloseable {

    private static final int HTTP_THREADS = 16;
    private static final int HTTP_QUEUE = 1_000;

    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final AuditFilter audit = new AuditFilter();
    private final RequestTracking tracking = new RequestTracking();
    private final Crumbs crumbs;
    private final Reports reports;
    private final @Nullable PriceClient prices;
    private final @Nullable RedisLink redis;
    private final @Nullable Confirmations confirmations;
    private final HttpServer server;

    private OrdersService(Settings settings) throws IOException {
        try {
            crumbs = new Crumbs(settings.tinyLeak());
            reports = new Reports(settings.reportTimeout());
            closers.push(reports::close);
            prices = settings.pricesUrl() == null ? null : openPrices(settings.pricesUrl());
            redis = settings.redisUrl() == null ? null : openRedis(settings.redisUrl());
            confirmations = redis == null ? null : openConfirmations(redis, settings);
            server = openServer(settings.port());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the service; it answers when this returns. Closes what it has opened when one of its parts fails. */
    static OrdersService start(Settings settings) throws IOException {
        return new OrdersService(settings);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
    }

    private PriceClient openPrices(String url) {
        PriceClient client = new PriceClient(url);
        closers.push(client::close);
        return client;
    }

    private RedisLink openRedis(String url) {
        RedisLink link = new RedisLink(url);
        closers.push(link::close);
        return link;
    }

    private Confirmations openConfirmations(RedisLink link, Settings settings) {
        ScheduledExecutorService timer = Threads.timer("timer");
        closers.push(() -> Threads.stop(timer));
        Confirmations opened = new Confirmations(link::publish, timer, settings.confirmTimeout());
        link.subscribe(opened::seen);
        return opened;
    }

    private HttpServer openServer(int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ThreadPoolExecutor threads = Threads.started(new ThreadPoolExecutor(
                HTTP_THREADS,
                HTTP_THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(HTTP_QUEUE),
                Threads.named("http"),
                new ThreadPoolExecutor.CallerRunsPolicy()));
        closers.push(() -> Threads.stop(threads));
        HttpServer opened = HttpServer.create(new InetSocketAddress(port), 0);
        closers.push(() -> opened.stop(0));
        opened.setExecutor(threads);
        HttpContext orders = opened.createContext("/orders", new OrdersHandler(prices, confirmations, reports, crumbs));
        orders.getFilters().add(tracking);
        orders.getFilters().add(audit);
        opened.createContext("/health", this::health);
        opened.createContext("/debug/counts", this::counts);
        opened.start();
        return opened;
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean healthy = redis == null || redis.isOpen();
        Answers.json(exchange, healthy ? 200 : 503, "{\"redis\":\"" + (redis == null ? "off" : healthy) + "\"}");
    }

    /** Tells what the service holds at the moment; no part of the service reads it. */
    private void counts(HttpExchange exchange) throws IOException {
        Answers.json(
                exchange,
                200,
                "{\"auditEntries\":" + audit.size()
                        + ",\"pendingConfirmations\":" + (confirmations == null ? 0 : confirmations.pending())
                        + ",\"confirmed\":" + (confirmations == null ? 0 : confirmations.confirmed())
                        + ",\"requestContexts\":" + tracking.size()
                        + ",\"leasedConnections\":" + (prices == null ? 0 : prices.leased())
                        + ",\"runningReports\":" + reports.running()
                        + ",\"crumbs\":" + crumbs.size() + "}");
    }
}
