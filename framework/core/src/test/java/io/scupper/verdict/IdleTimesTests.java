package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleTimesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads:ForkJoinPool.commonPool-worker-*",
                "threads:ForkJoinPool-*-worker-*",
                "threads:HttpClient-*-Worker-*",
                "threads:OkHttp https://prices.example/...",
                "threads:OkHttp TaskRunner",
                "threads:Okio Watchdog",
                "threads:boundedElastic-*",
                "threads:http-nio-*-exec-*",
            })
    void librariesKeepIdleThreadsForAMinute(String threads) {
        assertThat(IdleTimes.of(List.of(threads))).contains(Duration.ofSeconds(60));
    }

    @Test
    void nothingIsKnownUnlessAllOfItIs() {
        assertThat(IdleTimes.of(List.of("threads:boundedElastic-*", "threads:orders-worker-*")))
                .isEmpty();
        assertThat(IdleTimes.of(List.of("heap:okhttp.OkHttp https"))).isEmpty();
        assertThat(IdleTimes.of(List.of())).isEmpty();
    }
}
