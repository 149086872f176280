package io.scupper.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsProbeTests {

    private final ThreadsProbe probe = new ThreadsProbe();

    @Test
    void threadsOfAPoolAreCountedTogether() {
        var snapshot = Snapshots.threads("orders-worker-1", "orders-worker-2", "orders-worker-17", "main");

        assertThat(Snapshots.read(probe, snapshot))
                .isEqualTo(Map.of("threads:orders-worker-*", 3L, "threads:main", 1L));
    }

    @Test
    void threadsOfTheJvmAndOfScupperAreLeftOut() {
        var snapshot = Snapshots.threads(
                "Reference Handler",
                "Finalizer",
                "Signal Dispatcher",
                "Common-Cleaner",
                "C2 CompilerThread0",
                "Attach Listener",
                "RMI TCP Connection(2)-10.0.0.7",
                "process reaper (pid 4711)",
                "scupper-agent",
                "scupper-output-4711");

        assertThat(Snapshots.read(probe, snapshot)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Thread-12, Thread-*",
        "pool-7-thread-31, pool-*-thread-*",
        "HttpClient-3-SelectorManager, HttpClient-*-SelectorManager",
        "ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool-worker-*",
        "http-nio-8080-exec-10, http-nio-*-exec-*",
        "nioEventLoopGroup-2-1, nioEventLoopGroup-*-*",
        "Timer@1f2e3d4c, Timer@*",
        "job 6f1c2a34-0b1d-4c7e-9a51-0123456789ab, job *",
        "fetch 9f86d081884c7d65, fetch *",
        "redis 10.0.0.7:6379 reader, redis * reader",
        "feedback, feedback",
        "' ', (unnamed)"
    })
    void whatNumbersAThreadIsNotPartOfItsGroup(String thread, String group) {
        assertThat(Snapshots.read(probe, Snapshots.threads(thread))).containsOnlyKeys("threads:" + group);
    }
}
