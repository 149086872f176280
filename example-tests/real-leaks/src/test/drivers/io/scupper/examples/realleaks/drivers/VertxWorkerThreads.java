package io.scupper.examples.realleaks.drivers;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** Has a pool of one thread for one job. */
public final class VertxWorkerThreads {

    private VertxWorkerThreads() {}

    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        Front.serve(() -> {
            var pool = vertx.createSharedWorkerExecutor("billing", 1);
            pool.<Integer>executeBlocking(job -> job.complete(42))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            pool.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        });
    }
}
