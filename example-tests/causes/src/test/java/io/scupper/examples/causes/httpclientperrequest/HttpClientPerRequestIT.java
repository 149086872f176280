package io.scupper.examples.causes.httpclientperrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.wiremock.StubServer;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Calls to an upstream, each with a client that nobody closes. */
@Tag("long")
class HttpClientPerRequestIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("http-client-per-request")
            .found(
                    "callsLeaveNoClientBehind",
                    "threads:idle-connection-evictor-*",
                    "io.scupper.examples.causes.httpclientperrequest.HttpClientPerRequest.askWithAClientOfItsOwn");

    HttpClientPerRequestIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline
        void callsLeaveNoClientBehind(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(HttpClientPerRequest.class, build)
                .with(StubServer.create("prices").stub(get("/price").willReturn(ok("42"))));
    }

    @LeakTest(within = "2s", operations = 23)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s", operations = 23)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "2s", operations = 23, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "5s", operations = 23, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
