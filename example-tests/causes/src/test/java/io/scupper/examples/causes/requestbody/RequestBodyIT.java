package io.scupper.examples.causes.requestbody;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;

/** Bodies are larger than anything a client should send, and a middleware keeps them. */
class RequestBodyIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("request-body")
            .found(
                    "largeBodiesAreNotKept",
                    "heap:io.scupper.examples.causes.requestbody.RequestBody$Context",
                    "io.scupper.examples.causes.requestbody.RequestBody$Keeping.contexts");

    RequestBodyIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @LargePayload(to = "POST /work", size = "256KiB", times = 40)
        @ReturnsToBaseline
        void largeBodiesAreNotKept() {}
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(RequestBody.class, build);
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s")
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "2s", runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "5s", runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
