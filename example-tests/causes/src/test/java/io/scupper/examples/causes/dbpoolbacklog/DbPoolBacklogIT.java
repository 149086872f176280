package io.scupper.examples.causes.dbpoolbacklog;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.fault.Inject;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** The database is gone and nobody tells the pool, whose connections all wait for an answer. */
@Tag("long")
class DbPoolBacklogIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("db-pool-backlog")
            .found(
                    "requestsDoNotPileUpBehindThePool",
                    "threads:worker-*",
                    "io.scupper.examples.causes.dbpoolbacklog.DbPoolBacklog.count");

    DbPoolBacklogIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject("wire-half-open")
        @ReturnsToBaseline
        void requestsDoNotPileUpBehindThePool(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(DbPoolBacklog.class, build)
                .with(PostgresServer.create().schema("create table orders (id text)"));
    }

    @LeakTest(within = "2s", operations = 5)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "15s", operations = 5)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "2s", operations = 5, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "15s", operations = 5, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
