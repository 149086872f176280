package io.scupper.examples.leaktests;

import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.nio.file.Path;

/** A leak test whose subject is told from outside: that is all it needs for two of them to be compared. */
abstract class ComparedOrders {

    /** The setting: a jar or an image. */
    static final String SUBJECT = "orders.subject";

    @LargePayload(to = "POST /orders", size = "65KiB")
    @ReturnsToBaseline
    void largeOrdersAreNotKept() {}

    // tag::compared[]
    @LeakTest(within = "2s")
    static class JarTestCase extends ComparedOrders {

        @SystemUnderTest
        static Sut orders =
                Sut.jar(Path.of(System.getProperty(SUBJECT))).http(8080).readyAt("/health");
    }
    // end::compared[]

    @LeakTest(within = "2s")
    static class ImageTestCase extends ComparedOrders {

        @SystemUnderTest
        static Sut orders =
                Sut.container(System.getProperty(SUBJECT)).http(8080).readyAt("/health");
    }
}
