package io.scupper.examples.leaktests;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.ext.redis.SlowRedisConsumer;
import io.scupper.fault.AbandonedTasks;
import io.scupper.fault.LargePayload;
import io.scupper.fault.UnclosedResponses;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.ReturnsToBaseline;
import java.io.IOException;

/** The leak tests of the orders service; a subclass says which build of it and where it runs. */
abstract class OrdersLeaks {

    // tag::large-payload[]
    @LargePayload(to = "POST /orders", size = "1MiB", times = 40)
    @ReturnsToBaseline
    void largeOrdersAreNotKept() {}
    // end::large-payload[]

    // tag::slow-redis[]
    @SlowRedisConsumer
    @ReturnsToBaseline
    void confirmationsOutliveASlowRedis(HttpCalls http) throws IOException {
        http.post("/orders/{id}/confirm", "", uniqueId());
    }
    // end::slow-redis[]

    // tag::unclosed-response[]
    @UnclosedResponses(client = UnclosedResponses.Client.APACHE, every = 50)
    @ReturnsToBaseline
    void leasesOfThePriceClientAreRenewed(HttpCalls http) throws IOException {
        http.get("/orders/{id}/price", uniqueId());
    }
    // end::unclosed-response[]

    // tag::abandoned-task[]
    @AbandonedTasks(how = AbandonedTasks.How.PARK, thread = "orders-worker", every = 50)
    @ReturnsToBaseline
    void hungReportsAreCancelled(HttpCalls http) throws IOException {
        http.get("/orders/{id}/report", uniqueId());
    }
    // end::abandoned-task[]

    // tag::abandoned-request[]
    @AbandonedTasks(how = AbandonedTasks.How.CLIENT, to = "GET /orders/{id}/stream")
    @ReturnsToBaseline
    void clientsThatGoAwayAreForgotten() {}
    // end::abandoned-request[]
}
