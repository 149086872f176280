package io.scupper.examples.leaktests;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;

/** The remedied build in a JVM of its own: everything returns to its baseline. */
// tag::leak-test[]
@LeakTest(within = "10s")
class OrdersLeakIT extends OrdersLeaks {

    @SystemUnderTest
    static Sut orders = Orders.build("remedied");
}
// end::leak-test[]
