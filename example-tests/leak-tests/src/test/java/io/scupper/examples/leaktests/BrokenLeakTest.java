package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ScupperException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A leak test that could not be carried out: what its user is told, after how long, and that nothing is left behind. */
record BrokenLeakTest(Class<?> leakTest, Throwable error, Duration took) {

    /** Runs a leak test through the platform and asserts that it ends in one error and leaves no process and no thread. */
    static BrokenLeakTest run(Class<?> leakTest) {
        Set<Long> processes = processes();
        Set<Thread> threads = threads();
        long begun = System.nanoTime();
        EngineExecutionResults results = LeakyOrders.Launched.run(leakTest);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(results.testEvents().succeeded().count()).isZero();
        assertThat(results.allEvents().failed().list()).hasSize(1);
        // What was told to end takes a moment to do so.
        Awaitility.await().untilAsserted(() -> {
            assertThat(processes).containsAll(processes());
            assertThat(threads).containsAll(threads());
        });
        Throwable error = results.allEvents()
                .failed()
                .list()
                .get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        return new BrokenLeakTest(leakTest, error, took);
    }

    /** Asserts that the message has this form, in which {@code …} stands for anything, and came in time. */
    void says(Duration within, String message) {
        assertThat(error).isInstanceOf(ScupperException.class);
        String form = java.util.Arrays.stream(message.split("…", -1))
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining(".*"));
        assertThat(error.getMessage()).matches("(?s)" + form);
        assertThat(took).isLessThan(within);
    }

    private static Set<Long> processes() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("scupper"))
                .collect(Collectors.toSet());
    }
}
