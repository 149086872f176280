package io.scupper.examples.goservice;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import io.scupper.ext.outside.GoService;
import io.scupper.ext.wiremock.StubServer;
import io.scupper.junit.Sut;

/** Describes the Go service: one image of two builds, and a price service played by a stub. */
final class GoOrders {

    static final String IMAGE = "scupper-example/go-service:1";

    private GoOrders() {}

    // tag::sut[]
    static Sut build(String build) {
        return Sut.container(IMAGE, GoService.pprof().counting("orders.pending"))
                .http(8080)
                .readyAt("/health")
                .setting("ORDERS_BUILD", build)
                .with(StubServer.create("prices")
                        .stub(get(urlPathMatching("/prices/.*")).willReturn(okJson("{\"price\": 42}"))));
    }
    // end::sut[]

    /** Describes it without the price service, which is a JVM to be started. */
    static Sut alone(String build) {
        return Sut.container(IMAGE, GoService.pprof().counting("orders.pending"))
                .http(8080)
                .readyAt("/health")
                .setting("ORDERS_BUILD", build);
    }
}
