package io.scupper.examples.causes.contextretention;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Contexts of requests get into a cache, and their deadlines with them. */
@Tag("long")
class ContextRetentionIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("context-retention")
            .found(
                    "contextsEndWithTheirRequests",
                    "heap:io.scupper.examples.causes.contextretention.ContextRetention$RequestContext",
                    "io.scupper.examples.causes.contextretention.ContextRetention.lookups");

    ContextRetentionIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline
        void contextsEndWithTheirRequests(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(ContextRetention.class, build);
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "2s")
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "3s", runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "3s", runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
