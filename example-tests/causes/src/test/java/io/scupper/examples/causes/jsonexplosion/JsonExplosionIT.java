package io.scupper.examples.causes.jsonexplosion;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.fault.Inject;
import io.scupper.junit.Budget;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;

/** A document of a megabyte with a hundred thousand objects in it: a tree of it takes many times its bytes, a stream none. */
@Tag("long")
class JsonExplosionIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("json-explosion")
            .overBudget("totalsAreReadAsAStream", "allocatedPerOperation", JsonExplosion.class.getName() + ".ofTree");

    JsonExplosionIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject(
                value = "json-explosion",
                with = {"to=POST /work", "shape=many-objects", "size=1MiB", "times=100"})
        @Budget(allocatedPerOperation = "512KiB")
        @ReturnsToBaseline
        void totalsAreReadAsAStream() {}
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(JsonExplosion.class, build).jvmOptions("-Xmx256m");
    }

    @LeakTest
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
