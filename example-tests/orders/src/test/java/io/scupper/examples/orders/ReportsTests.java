package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ReportsTests {

    @Test
    void aReportThatTakesTooLongIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<String> hanging = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "";
        };
        Reports reports = new Reports(Duration.ofMillis(50));

        assertThatThrownBy(() -> reports.run(hanging)).isInstanceOf(TimeoutException.class);

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        await().until(() -> reports.running() == 0);
        reports.close();
    }

    @Test
    void moreReportsThanMayWaitAreRejected() {
        CountDownLatch open = new CountDownLatch(1);
        Reports reports = new Reports(Duration.ofMinutes(1));
        ExecutorService requests = Executors.newCachedThreadPool();
        int most = Reports.WORKERS + Reports.WAITING;
        List<Future<String>> accepted = new ArrayList<>();
        CompletableFuture<Throwable> rejected = new CompletableFuture<>();

        for (int i = 0; i < most + 1; i++) {
            accepted.add(requests.submit(() -> {
                try {
                    return reports.run(() -> {
                        open.await();
                        return "done";
                    });
                } catch (RejectedExecutionException e) {
                    rejected.complete(e);
                    throw e;
                }
            }));
        }

        assertThat(rejected).succeedsWithin(Duration.ofSeconds(10));
        open.countDown();
        assertThat(accepted).filteredOn(this::succeeds).hasSize(most);
        requests.shutdownNow();
        reports.close();
    }

    private boolean succeeds(Future<String> report) {
        try {
            return report.get(10, TimeUnit.SECONDS).equals("done");
        } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
