package io.scupper.examples.causes.contextretention;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks up a customer for each request, which has a context with a deadline. */
public final class ContextRetention {

    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1);
    private final Cache<String, Lookup> lookups = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();
    private final Cache<String, String> names = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    private ContextRetention() {
        deadlines.setRemoveOnCancelPolicy(true);
        deadlines.prestartAllCoreThreads();
    }

    public static void main(String[] args) throws IOException {
        var service = new ContextRetention();
        WorkServer.serve(WorkServer.isRemedied(args) ? service::find : service::findAndKeep);
    }

    /** The leak: what is cached knows the context, and the context its timer. */
    private String findAndKeep(String customer) {
        var context = new RequestContext(deadlines);
        return lookups.get(customer, id -> new Lookup("name of " + id, context)).name();
    }

    // tag::remedy[]
    private String find(String customer) {
        try (var context = new RequestContext(deadlines)) {
            return context.isLate() ? "too late" : names.get(customer, id -> "name of " + id);
        }
    }
    // end::remedy[]

    private record Lookup(String name, RequestContext context) {}

    /** What is known of one request while it lasts. */
    private static final class RequestContext implements AutoCloseable {

        private final ScheduledFuture<?> deadline;
        private volatile boolean late;

        RequestContext(ScheduledThreadPoolExecutor deadlines) {
            this.deadline = deadlines.schedule(this::passed, 1, TimeUnit.HOURS);
        }

        private void passed() {
            late = true;
        }

        boolean isLate() {
            return late;
        }

        @Override
        public void close() {
            deadline.cancel(false);
        }
    }
}
