package io.scupper.examples.goservice;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.junit.HttpCalls;
import io.scupper.junit.ReturnsToBaseline;
import java.io.IOException;

/** The leak tests of the Go service; a subclass says which build of it. */
abstract class GoLeaks {

    @ReturnsToBaseline
    void bodiesAreNotKept(HttpCalls http) throws IOException {
        http.post("/orders", "{\"lines\": [1, 2, 3]}");
    }

    // tag::goroutine[]
    @ReturnsToBaseline
    void reportsEnd(HttpCalls http) throws IOException {
        http.post("/orders/{id}/report", "", uniqueId());
    }
    // end::goroutine[]

    @ReturnsToBaseline
    void contextsAreCancelled(HttpCalls http) throws IOException {
        http.get("/orders/{id}/quote", uniqueId());
    }

    @ReturnsToBaseline
    void responsesAreClosed(HttpCalls http) throws IOException {
        http.get("/orders/{id}/price", uniqueId());
    }
}
