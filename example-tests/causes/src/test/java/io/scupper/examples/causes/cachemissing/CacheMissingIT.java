package io.scupper.examples.causes.cachemissing;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.junit.Budget;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** Twenty products that are asked for again and again: once each of the database, or once for each request. */
class CacheMissingIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("cache-missing")
            .overBudget("productsAreReadOnce", "queriesPerOperation", CacheMissing.class.getName() + ".read");

    CacheMissingIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Budget(queriesPerOperation = 0.05)
        @ReturnsToBaseline
        void productsAreReadOnce(HttpCalls http) throws IOException {
            http.get("/work/{id}", ThreadLocalRandom.current().nextInt(20));
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(CacheMissing.class, build)
                .with(
                        PostgresServer.create()
                                .countingQueries()
                                .schema(
                                        "create table products as"
                                                + " select id, 'product ' || id as name, id * 100 as cents from generate_series(0, 19) id"));
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
