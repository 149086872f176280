package io.scupper.examples.goservice;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;

/** The remedied build in a container, with the price service beside it. */
@LeakTest(within = "10s")
class GoServiceLeakContainerIT extends GoLeaks {

    @SystemUnderTest
    static Sut orders = GoOrders.build("remedied");
}
