package io.scupper.examples.proofs.subject;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.OutputStreamAppender.Builder;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Writes each request into the log of the library that its first argument names, and gives a request up that takes too long. The second
 * is {@code leaky} or {@code remedied}: what it keeps of a request is forgotten whatever happens.
 */
public final class Logs {

    private static final int CONTEXT_BYTES = 256 << 10;
    private static final long TOO_LONG_MILLIS = 100;

    private static final Set<Request> REQUESTS = ConcurrentHashMap.newKeySet();

    private Logs() {}

    public static void main(String[] args) throws IOException {
        Consumer<String> log = args[0].equals("logback") ? logback() : log4j();
        log.accept("started");
        Front.serve(args[1].equals("remedied") ? () -> whateverHappens(log) : () -> whenAllGoesWell(log));
    }

    private static String whenAllGoesWell(Consumer<String> log) throws TimeoutException {
        var request = new Request(new byte[CONTEXT_BYTES]);
        REQUESTS.add(request);
        write(log);
        REQUESTS.remove(request);
        return "done";
    }

    private static String whateverHappens(Consumer<String> log) throws TimeoutException {
        var request = new Request(new byte[CONTEXT_BYTES]);
        REQUESTS.add(request);
        try {
            write(log);
        } finally {
            REQUESTS.remove(request);
        }
        return "done";
    }

    private static void write(Consumer<String> log) throws TimeoutException {
        long began = System.nanoTime();
        log.accept("order");
        if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(TOO_LONG_MILLIS)) {
            throw new TimeoutException();
        }
    }

    private static Consumer<String> logback() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(OutputStream.nullOutputStream());
        appender.start();
        var logger = context.getLogger("orders");
        logger.addAppender(appender);
        return logger::info;
    }

    private static Consumer<String> log4j() {
        var layout = PatternLayout.newBuilder().withPattern("%m%n").build();
        var appender = new Builder<>()
                .setName("null")
                .setLayout(layout)
                .setTarget(OutputStream.nullOutputStream())
                .build();
        appender.start();
        var logger = (Logger) LogManager.getLogger("orders");
        logger.addAppender(appender);
        return logger::fatal;
    }

    /** What is kept of a request while it is worked on; equal to itself alone. */
    private static final class Request {

        final byte[] context;

        Request(byte[] context) {
            this.context = context;
        }
    }
}
