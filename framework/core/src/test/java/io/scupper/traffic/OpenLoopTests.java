package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    private final Timings timings = new Timings();
    private final List<Integer> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyRequestIsSentOnceInTheOrderOfTheSchedule() throws Exception {
        try (var loop = new OpenLoop(1)) {
            loop.run(Schedule.of(50, 10_000, Schedule.Arrivals.EVEN, 0), sent::add, timings);
        }

        assertThat(sent)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
        assertThat(timings.count()).isEqualTo(50);
    }

    /** The first answer takes 300 ms; the others, which take none, were due in the 50 ms after the first. */
    @Test
    void aServerThatStopsIsChargedWithAllThatWasDueMeanwhile() throws Exception {
        try (var loop = new OpenLoop(1)) {
            loop.run(
                    Schedule.of(50, 1_000, Schedule.Arrivals.EVEN, 0),
                    number -> {
                        if (number == 0) {
                            takeLong();
                        }
                        sent.add(number);
                    },
                    timings);
        }

        assertThat(sent).hasSize(50);
        assertThat(timings.quantile(0.5)).isGreaterThan(Duration.ofMillis(240));
        assertThat(timings.latest()).isGreaterThan(Duration.ofMillis(290));
        assertThat(timings.longest()).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void nothingIsSentBeforeItIsDue() throws Exception {
        long begun = System.nanoTime();
        try (var loop = new OpenLoop(4)) {
            loop.run(Schedule.of(20, 100, Schedule.Arrivals.EVEN, 0), sent::add, timings);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
    }

    @Test
    void senderThatWaitsHoldsNobodyElseUp() throws Exception {
        var together = new CyclicBarrier(8);
        try (var loop = new OpenLoop(8)) {
            loop.run(
                    Schedule.of(8, 1_000, Schedule.Arrivals.EVEN, 0),
                    number -> {
                        try {
                            together.await(10, TimeUnit.SECONDS);
                            sent.add(number);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    timings);
        }

        assertThat(sent).hasSize(8);
    }

    @Test
    void interruptingTheCallerEndsTheBurst() throws Exception {
        var under = new CountDownLatch(1);
        try (var loop = new OpenLoop(2)) {
            Thread caller = Thread.currentThread();
            new Thread(() -> {
                        awaitQuietly(under);
                        caller.interrupt();
                    })
                    .start();

            assertThatThrownBy(() -> loop.run(
                            Schedule.of(1_000, 1, Schedule.Arrivals.EVEN, 0), number -> under.countDown(), timings))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        // A pool has ended just before its threads have.
        await().until(() -> senders() == 0);
    }

    @Test
    void evenArrivalsDoNotAddUpRoundings() {
        var schedule = Schedule.of(3_001, 3, Schedule.Arrivals.EVEN, 0);

        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(3_000)).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void randomArrivalsAreThoseOfTheirSeedAndRate() {
        var schedule = Schedule.of(10_000, 100, Schedule.Arrivals.RANDOM, 7);

        assertThat(due(schedule)).isEqualTo(due(Schedule.of(10_000, 100, Schedule.Arrivals.RANDOM, 7)));
        assertThat(due(schedule)).isNotEqualTo(due(Schedule.of(10_000, 100, Schedule.Arrivals.RANDOM, 8)));
        assertThat(due(schedule)).isSorted();
        // The sum of 10,000 gaps is within 4 standard errors, of 1 % each, of 100 s.
        assertThat(schedule.dueNanos(9_999) / 1e9).isBetween(96.0, 104.0);
    }

    @Test
    void quantilesAreTooHighBySixPercentAtTheMost() {
        for (int millis = 1; millis <= 1_000; millis++) {
            timings.add(Duration.ZERO, Duration.ofMillis(millis));
        }

        assertThat(timings.quantile(0.5)).isBetween(Duration.ofMillis(500), Duration.ofMillis(532));
        assertThat(timings.quantile(0.99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
        assertThat(timings.quantile(1)).isEqualTo(Duration.ofMillis(1_000));
        assertThat(new Timings().quantile(0.5)).isZero();
    }

    private static List<Long> due(Schedule schedule) {
        return IntStream.range(0, schedule.count()).mapToObj(schedule::dueNanos).toList();
    }

    private static void takeLong() {
        try {
            new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long senders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("scupper-burst-"))
                .count();
    }
}
