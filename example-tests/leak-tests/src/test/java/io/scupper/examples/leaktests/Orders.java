package io.scupper.examples.leaktests;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import io.scupper.ext.redis.RedisServer;
import io.scupper.ext.wiremock.StubServer;
import io.scupper.junit.Sut;
import java.nio.file.Path;

/** Describes the orders service: the jar of one of its builds, a Redis, and a price service played by a stub. */
final class Orders {

    private Orders() {}

    // tag::sut[]
    static Sut build(String build) {
        return Sut.jar(jar(build))
                .http(8080)
                .readyAt("/health")
                .setting("ORDERS_REPORT_TIMEOUT_MILLIS", "100")
                .with(RedisServer.create())
                .with(StubServer.create("prices")
                        .stub(get(urlPathMatching("/prices/.*")).willReturn(okJson("{\"price\": 42}"))));
    }
    // end::sut[]

    /** Describes the remedied build without what it talks to. */
    static Sut alone() {
        return Sut.jar(jar("remedied")).http(8080).readyAt("/health");
    }

    static Path jar(String build) {
        return Path.of(System.getProperty("orders.jars"), "orders-" + build + ".jar");
    }
}
