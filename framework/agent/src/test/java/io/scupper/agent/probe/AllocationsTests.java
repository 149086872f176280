package io.scupper.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.boot.AgentThread;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationsTests {

    private static final int MEBIBYTE = 1 << 20;

    private final Allocations allocations = new Allocations();

    private volatile byte @Nullable [] latest;

    @Test
    void whatALiveThreadAllocatesIsCounted() {
        allocations.read();

        for (int i = 0; i < 8; i++) {
            latest = new byte[MEBIBYTE];
        }

        // Both are read first: what assertions allocate counts too.
        long first = (long) allocations.read()[0];
        long second = (long) allocations.read()[0];
        assertThat(first).isBetween(8L * MEBIBYTE, 9L * MEBIBYTE);
        assertThat(second).isLessThan(MEBIBYTE);
    }

    @Test
    void threadThatHasEndedIsCountedOrTold() throws InterruptedException {
        allocations.read();
        var thread = new Thread(() -> latest = new byte[8 * MEBIBYTE]);

        thread.start();
        thread.join();

        Object[] read = allocations.read();
        boolean counted = (long) read[0] >= 8L * MEBIBYTE;
        // A JVM before 21 may still list a thread that has just ended.
        assertThat(counted ? 0L : 1L).isEqualTo(read[1]);
        assertThat(counted || Runtime.version().feature() < 21).isTrue();
    }

    @Test
    void whatTheAgentAllocatesIsLeftOut() throws InterruptedException {
        var done = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        allocations.read();

        var thread = new AgentThread(
                () -> {
                    latest = new byte[8 * MEBIBYTE];
                    done.countDown();
                    awaitQuietly(end);
                },
                AgentThread.PREFIX + "-test");
        thread.start();
        done.await();

        long read = (long) allocations.read()[0];
        end.countDown();
        thread.join();
        assertThat(read).isLessThan(MEBIBYTE);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
