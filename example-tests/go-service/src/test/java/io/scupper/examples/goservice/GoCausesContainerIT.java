package io.scupper.examples.goservice;

import io.scupper.examples.causetable.Cause;
import io.scupper.examples.causetable.LeakTestRun;
import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The causes of growth that the Go service shows: rows of the table that the causes in Java are in. */
@Tag("long")
class GoCausesContainerIT {

    @ParameterizedTest
    @MethodSource("causes")
    void leakyBuildIsFound(Cause cause) throws IOException {
        LeakTestRun.ofItsMethods(cause, LeakyTestCase.class).assertFound();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void remediedBuildIsClean(Cause cause) throws IOException {
        LeakTestRun.ofItsMethods(cause, RemediedTestCase.class).assertClean();
    }

    static Stream<Cause> causes() {
        return Stream.of(
                Cause.inGo("request-body").found("bodiesAreNotKept", "heap:main.keepBody", "main.keepBody"),
                Cause.inGo("task-leak")
                        .foundExactly(1, "reportsEnd", "goroutines:main.awaitApproval", "main.startReport"),
                Cause.inGo("context-retention")
                        .found("contextsAreCancelled", "heap:main.cacheContext", "main.cacheContext"),
                Cause.inGo("http-response-unclosed")
                        .found("responsesAreClosed", "goroutines:net/http.(*persistConn).readLoop", "main.readPrice"));
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends GoLeaks {

        @SystemUnderTest
        static Sut orders = GoOrders.build("leaky");
    }

    @LeakTest(within = "10s")
    static class RemediedTestCase extends GoLeaks {

        @SystemUnderTest
        static Sut orders = GoOrders.build("remedied");
    }
}
