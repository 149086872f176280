package io.scupper.examples.leaktests;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;

/** The remedied build in a container, with its Redis, the wire to it and the price service in containers beside it. */
@Tag("long")
@LeakTest(within = "10s", runtime = Where.CONTAINER)
class OrdersLeakContainerIT extends OrdersLeaks {

    @SystemUnderTest
    static Sut orders = Orders.build("remedied");
}
