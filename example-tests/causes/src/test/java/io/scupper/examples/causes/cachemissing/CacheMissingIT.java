package io.scupper.examples.causes.cachemissing;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.causes.Verdicts;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.junit.Budget;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Twenty products that are asked for again and again: once each of the database, or once for each request. */
class CacheMissingIT {

    @Test
    void readThatGoesToTheDatabaseEachTimeIsSeenInItsQueries() throws IOException {
        Verdicts leaky = Verdicts.of(LeakyTestCase.class);

        assertThat(leaky.assertOverBudget("queriesPerOperation")).isEqualTo(1);
        assertThat(leaky.message()).contains("1 per operation: select name, cents from products where id = $1");
    }

    @Test
    void cachedReadStaysWithinTheBudget() throws IOException {
        Verdicts.of(RemediedTestCase.class).assertClean();
    }

    abstract static class Reading {

        // tag::test[]
        @Budget(queriesPerOperation = 0.05)
        @ReturnsToBaseline
        void productsAreReadOnce(HttpCalls http) throws IOException {
            http.get("/products/{id}", ThreadLocalRandom.current().nextInt(20));
        }
        // end::test[]
    }

    static Sut build(String build) {
        return Sut.main(Products.class)
                .arguments(build)
                .http(8080)
                .with(
                        PostgresServer.create()
                                .countingQueries()
                                .setting("PRODUCTS_DATABASE")
                                .schema(
                                        "create table products as"
                                                + " select id, 'product ' || id as name, id * 100 as cents from generate_series(0, 19) id"));
    }

    @LeakTest
    static class LeakyTestCase extends Reading {

        @SystemUnderTest
        static Sut products = build("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends Reading {

        @SystemUnderTest
        static Sut products = build("remedied");
    }
}
