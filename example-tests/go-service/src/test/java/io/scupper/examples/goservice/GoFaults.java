package io.scupper.examples.goservice;

import io.scupper.fault.Inject;
import io.scupper.fault.LargePayload;
import io.scupper.junit.ReturnsToBaseline;

/** Faults from outside, which need nothing in the subject but its port; a subclass says which build is to stand them. */
abstract class GoFaults {

    @LargePayload(to = "POST /orders", size = "2MiB", times = 40)
    @ReturnsToBaseline
    void largeOrdersAreNotKept() {}

    @Inject(
            value = "client-abort",
            with = {"to=POST /orders", "stage=body"})
    @ReturnsToBaseline
    void clientsThatGoAwayAreForgotten() {}

    @Inject(
            value = "slow-response-reader",
            with = {"to=GET /orders/{id}/export"})
    @ReturnsToBaseline(operations = 7)
    void slowReadersAreGivenUp() {}

    @Inject(
            value = "unique-keys",
            with = {"to=GET /quotes", "where=path"})
    @ReturnsToBaseline
    void keysAreNotKept() {}
}
