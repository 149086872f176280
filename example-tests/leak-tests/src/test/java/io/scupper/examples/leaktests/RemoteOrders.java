package io.scupper.examples.leaktests;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.fault.LargePayload;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import java.net.URI;

/** Leak tests of an orders service that runs elsewhere, the agent in it: one class for each shard. */
final class RemoteOrders {

    /** Where it is reached: the settings of a pipeline. */
    static final String URL = "orders.url";

    static final String AGENT = "orders.agent";
    static final String TOKEN = "SCUPPER_TOKEN";

    private RemoteOrders() {}

    // tag::remote-jvm[]
    static Sut deployed() {
        return Sut.remoteJvm(URI.create(System.getProperty(URL)), System.getProperty(AGENT), System.getenv(TOKEN))
                .readyAt("/health");
    }
    // end::remote-jvm[]

    @LeakTest(within = "2s")
    static class WritingTestCase {

        @SystemUnderTest
        static Sut orders = deployed();

        @LargePayload(to = "POST /orders", size = "65KiB")
        @ReturnsToBaseline
        void largeOrdersAreNotKept() {}
    }

    @LeakTest(within = "2s")
    static class ReadingTestCase {

        @SystemUnderTest
        static Sut orders = deployed();

        @ReturnsToBaseline
        void readOrdersAreNotKept(HttpCalls http) throws IOException {
            http.get("/orders/{id}", uniqueId());
        }
    }
}
