package io.scupper.examples.causes.jdbcunclosed;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Reading goes wrong before a connection, a statement and a result set are closed. */
@Tag("long")
class JdbcUnclosedIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("jdbc-unclosed")
            .found(
                    "connectionsAreClosedAfterErrors",
                    "leases:HikariCP 'stocks' leased",
                    "io.scupper.examples.causes.jdbcunclosed.JdbcUnclosed.read")
            .found(
                    "statementsAreClosedAfterErrors",
                    "heap:org.postgresql.jdbc.PgPreparedStatement",
                    "io.scupper.examples.causes.jdbcunclosed.JdbcUnclosed.report")
            .found(
                    "resultSetsAreClosedAfterErrors",
                    "heap:org.postgresql.jdbc.PgResultSet",
                    "io.scupper.examples.causes.jdbcunclosed.JdbcUnclosed.list");

    JdbcUnclosedIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline(operations = 3)
        void connectionsAreClosedAfterErrors(HttpCalls http) throws IOException {
            http.get("/work/connection-{id}", uniqueId());
        }

        @ReturnsToBaseline
        void statementsAreClosedAfterErrors(HttpCalls http) throws IOException {
            http.get("/work/statement-{id}", uniqueId());
        }

        @ReturnsToBaseline
        void resultSetsAreClosedAfterErrors(HttpCalls http) throws IOException {
            http.get("/work/result-{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(JdbcUnclosed.class, build)
                .with(PostgresServer.create().parameter("max_connections", "120"));
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
