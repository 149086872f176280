package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ThreadStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dumps of threads in the form of Java 21 and in that of Java 25. */
class ThreadDumpTests {

    @Test
    void virtualThreadsOfJava21AreToldByTheirLastFrame() throws IOException {
        assertThat(virtualThreads("""
                        {"threadDump": {"processId": "7", "threadContainers": [
                          {"container": "<root>", "parent": null, "owner": null, "threads": [
                            {"tid": "1", "name": "main", "stack": ["java.base\\/java.lang.Thread.run(Thread.java:840)"]},
                            {"tid": "22", "name": "", "stack": [
                              "java.base\\/java.lang.VirtualThread.park(VirtualThread.java:582)",
                              "app\\/\\/com.acme.Prices.ask(Prices.java:3)",
                              "com.acme.Prices$$Lambda\\/0x0000.run(Unknown Source)",
                              "java.base\\/java.lang.VirtualThread.run(VirtualThread.java:309)"]}],
                           "threadCount": "2"}]}}
                        """))
                .containsExactly(new ThreadStack(
                        22,
                        "",
                        true,
                        "WAITING",
                        List.of(
                                "java.lang.VirtualThread.park(VirtualThread.java:582)",
                                "com.acme.Prices.ask(Prices.java:3)",
                                "com.acme.Prices$$Lambda/0x0000.run(Unknown Source)",
                                "java.lang.VirtualThread.run(VirtualThread.java:309)"),
                        List.of()));
    }

    @Test
    void laterOnesSayItThemselves() throws IOException {
        assertThat(virtualThreads("""
                        {"threadDump": {"formatVersion": 2, "threadContainers": [
                          {"container": "<root>", "threads": []},
                          {"container": "ForkJoinPool.commonPool", "threads": [
                            {"tid": 30, "name": "price-1", "state": "TIMED_WAITING", "virtual": true, "stack": []}]}]}}
                        """))
                .containsExactly(new ThreadStack(30, "price-1", true, "TIMED_WAITING", List.of(), List.of()));
    }

    private static List<ThreadStack> virtualThreads(String json) throws IOException {
        return ThreadDump.virtualThreads(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
