package io.scupper.examples.proofs.subject;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Tools of the JDK, and of caches and logs. */
final class JdkTools {

    private static final int PERMITS = 100;
    private static final int MOST = 5;

    private JdkTools() {}

    static Map<String, Tool> all() {
        return Map.of(
                "abandoned-task", () -> new FutureTask<>(() -> "report").run(),
                "dns-stall", () -> InetAddress.getByName("localhost"),
                "skipped-shutdown", new Pools(),
                "slow-appender", appender(),
                "stuck-eviction", new Eviction(),
                "uncleared-context", new Context(),
                "unclosed-file", new Files(),
                "unreleased-lock", new Permits());
    }

    private static Tool appender() {
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
        var logger = context.getLogger("workshop");
        logger.addAppender(appender);
        Logger log = logger;
        return () -> log.info("used");
    }

    private static final class Pools implements Tool {

        private final Queue<ExecutorService> made = new ConcurrentLinkedQueue<>();

        @Override
        public void use() {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            made.add(pool);
            pool.shutdown();
        }

        @Override
        public int out() {
            return (int) made.stream().filter(pool -> !pool.isShutdown()).count();
        }
    }

    private static final class Eviction implements Tool {

        private final Cache<Long, String> cache =
                Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
        private final AtomicLong ids = new AtomicLong();

        @Override
        public void use() {
            for (int i = 0; i < 2 * MOST; i++) {
                cache.put(ids.incrementAndGet(), "kept");
            }
            cache.cleanUp();
        }

        /** What is there beyond its bound. */
        @Override
        public int out() {
            return (int) Math.max(0, cache.estimatedSize() - MOST);
        }
    }

    private static final class Context implements Tool {

        private final LogbackMDCAdapter context = new LogbackMDCAdapter();
        private volatile int left;

        @Override
        public void use() {
            context.put("order", "42");
            context.clear();
            left = context.get("order") == null ? 0 : 1;
        }

        /** What was left behind by the last use: nobody but its own thread sees it. */
        @Override
        public int out() {
            return left;
        }
    }

    private static final class Files implements Tool {

        private final Queue<FileInputStream> opened = new ConcurrentLinkedQueue<>();

        @Override
        public void use() throws IOException {
            try (var file = new FileInputStream("/proc/self/status")) {
                opened.add(file);
                file.read();
            }
        }

        @Override
        public int out() {
            return (int) opened.stream().filter(Files::isOpen).count();
        }

        private static boolean isOpen(FileInputStream file) {
            try {
                return file.getFD().valid();
            } catch (IOException e) {
                return false;
            }
        }
    }

    private static final class Permits implements Tool {

        private final Semaphore semaphore = new Semaphore(PERMITS);

        @Override
        public void use() throws InterruptedException {
            semaphore.acquire();
            semaphore.release();
        }

        @Override
        public int out() {
            return PERMITS - semaphore.availablePermits();
        }
    }
}
