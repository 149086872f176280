package io.scupper.examples.causes.nobreaker;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.wiremock.StubServer;
import io.scupper.fault.Inject;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** An upstream falls silent, and whoever asks it waits, or asks no more. */
@Tag("long")
class NoBreakerIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("no-breaker")
            .found(
                    "callsToASilentUpstreamDoNotPileUp",
                    "threads:rating-*",
                    "io.scupper.examples.causes.nobreaker.NoBreaker.rate");

    NoBreakerIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject(
                value = "upstream-never-ends",
                with = {"how=SILENCE", "lasts=5m"})
        @ReturnsToBaseline
        void callsToASilentUpstreamDoNotPileUp(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(NoBreaker.class, build)
                .with(StubServer.create("ratings").stub(get("/rating").willReturn(ok("42"))));
    }

    @LeakTest(within = "2s", operations = 7)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "10s", operations = 7)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "2s", operations = 7, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "10s", operations = 7, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
