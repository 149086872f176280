package io.scupper.examples.causes.singletonretention;

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

/** Screens register with a singleton, and the leaky service leaves them there. */
class SingletonRetentionIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("singleton-retention")
            .found(
                    "closedScreensAreForgotten",
                    "heap:io.scupper.examples.causes.singletonretention.SingletonRetention$Screen",
                    "io.scupper.examples.causes.singletonretention.SingletonRetention$PriceFeed.listeners");

    SingletonRetentionIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline
        void closedScreensAreForgotten(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(SingletonRetention.class, build);
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
