package io.scupper.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which matches fire: the same ones for the same seed, whatever the threads do. */
class TriggerTests {

    private static final int RUNS = 100;
    private static final int THREADS = 8;
    private static final int MATCHES = 1_000;

    private final AtomicLong now = new AtomicLong();

    @Test
    void theSameSeedFiresTheSameMatchesInAHundredRunsWithEightThreads() throws Exception {
        // The last of the ten times is used up on the way: which matches get them must not depend on who comes first.
        var activation = new Activation(0.1, 1, 20, 10, 4_711);
        Set<Long> expected = fired(activation, 1);
        assertThat(expected).hasSize(10);

        for (int run = 0; run < RUNS; run++) {
            assertThat(fired(activation, THREADS)).as("run %d", run).isEqualTo(expected);
        }
    }

    @Test
    void anotherSeedFiresOthers() throws Exception {
        assertThat(fired(new Activation(0.1, 1, 0, 40, 1), 1)).isNotEqualTo(fired(new Activation(0.1, 1, 0, 40, 2), 1));
    }

    @Test
    void whatACapForbadeIsNotOneOfTheTimes() {
        var trigger = new Trigger(new Activation(1, 1, 0, 1, 0));

        assertThat(trigger.fire()).isZero();
        trigger.giveBack();

        assertThat(trigger.fire()).isEqualTo(1);
        assertThat(trigger.fire()).isEqualTo(Trigger.NONE);
        assertThat(trigger.matched()).isEqualTo(3);
        assertThat(trigger.fired()).isEqualTo(1);
    }

    @Test
    void itFiresForItsDurationFromWhenItWasArmed() {
        var trigger = new Trigger(Activation.ALWAYS.within(250, 0), now::get);
        pass(1_000);
        trigger.arm();

        pass(249);
        assertThat(trigger.pull()).isTrue();
        pass(1);
        assertThat(trigger.pull()).isFalse();

        trigger.arm();
        assertThat(trigger.pull()).isTrue();
    }

    @Test
    void itFiresNoMoreOftenThanItsRate() {
        var trigger = new Trigger(Activation.ALWAYS.within(0, 10), now::get);

        long fired = LongStream.range(0, 2_000)
                .filter(millisecond -> {
                    pass(1);
                    return trigger.pull();
                })
                .count();

        assertThat(fired).isEqualTo(20);
        assertThat(trigger.matched()).isEqualTo(2_000);
    }

    @Test
    void aLineSaysAllOfIt() {
        var activation = new Activation(0.5, 2, 3, 4, 5).within(600, 7);

        assertThat(Activation.fromLine(activation.toLine("a"), 0))
                .hasToString("probability=0.5 every=2 after=3 times=4 seed=5 duration=600ms rate=7")
                .hasToString(activation.toString());
    }

    @Test
    void negativeTimesAreRefused() {
        assertThatThrownBy(() -> Activation.ALWAYS.within(-1, 0))
                .hasMessage("duration is -1 ms, allowed is 0 or more.");
        assertThatThrownBy(() -> Activation.ALWAYS.within(0, -1)).hasMessage("rate is -1, allowed is 0 or more.");
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Set<Long> fired(Activation activation, int threads) throws Exception {
        // Other threads get their chance in the midst of each decision, which takes a moment too short for them
        // otherwise.
        var trigger = new Trigger(activation.within(1, 0), () -> {
            Thread.yield();
            return 0;
        });
        var fired = new ConcurrentSkipListSet<Long>();
        var begin = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var all = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        begin.await();
                        for (int i = 0; i < MATCHES / threads; i++) {
                            fired.add(trigger.fire());
                        }
                        return null;
                    }))
                    .toList();
            begin.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(trigger.matched()).isEqualTo(MATCHES);
        fired.remove(Trigger.NONE);
        return fired;
    }
}
