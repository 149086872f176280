package io.scupper.examples.causes.cacheunbounded;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.fault.Inject;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;

/** Each request has a key of its own, and only a bounded cache stops at that. */
@Tag("long")
class CacheUnboundedIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("cache-unbounded")
            .found(
                    "newKeysDoNotStay",
                    "heap:io.scupper.examples.causes.cacheunbounded.CacheUnbounded$Price",
                    "io.scupper.examples.causes.cacheunbounded.CacheUnbounded.prices");

    CacheUnboundedIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject(
                value = "unique-keys",
                with = {"to=GET /work", "where=path"})
        @ReturnsToBaseline
        void newKeysDoNotStay() {}
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(CacheUnbounded.class, build);
    }

    @LeakTest(within = "1s")
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s")
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "1s", runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "5s", runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
