package io.scupper.examples.causes.logbackpressure;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Logs each request before it does its work, in a thread of a pool, and gives the request up after 500 ms. */
public final class LogBackpressure {

    private static final long PATIENCE_MILLIS = 500;
    private static final int REQUEST_BYTES = 64 << 10;

    private final Map<String, Request> requests = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "request-" + count.incrementAndGet()));
    private final Logger log;

    private LogBackpressure(Logger log) {
        this.log = log;
    }

    public static void main(String[] args) throws IOException {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger log = context.getLogger("requests");
        log.addAppender(WorkServer.isRemedied(args) ? asynchronous(context) : synchronous(context));
        var service = new LogBackpressure(log);
        WorkServer.serve(service::handle);
    }

    /** A request that is given up is one that its log holds up: what is kept of it goes with its answer. */
    private String handle(String id) throws InterruptedException, ExecutionException, TimeoutException {
        requests.put(id, new Request(new byte[REQUEST_BYTES]));
        threads.submit(() -> log.info("request {}", id)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        requests.remove(id);
        return id;
    }

    // tag::remedy[]
    private static Appender<ILoggingEvent> asynchronous(LoggerContext context) {
        var appender = new AsyncAppender();
        appender.setContext(context);
        appender.setQueueSize(1_024);
        appender.setNeverBlock(true);
        appender.addAppender(synchronous(context));
        appender.start();
        return appender;
    }
    // end::remedy[]

    private static Appender<ILoggingEvent> synchronous(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(OutputStream.nullOutputStream());
        appender.start();
        return appender;
    }

    private record Request(byte[] text) {}
}
