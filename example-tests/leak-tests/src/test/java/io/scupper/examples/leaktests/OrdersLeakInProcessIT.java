package io.scupper.examples.leaktests;

import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

/** The remedied build in the test's own JVM, in a class loader of its own. Alone, since other tests live in this JVM too. */
@Isolated
@Tag("long")
@LeakTest(within = "10s", runtime = Where.IN_PROCESS)
class OrdersLeakInProcessIT extends OrdersLeaks {

    @SystemUnderTest
    static Sut orders = Orders.build("remedied");

    /**
     * Not here: on a slow machine the commands that wait for the stalled Redis pile up, go after lift, and leave some hundred strings of the
     * test's own, which is about the tenth that makes it INCONCLUSIVE. {@code docs/how-it-works.md} says so.
     */
    @Override
    void confirmationsOutliveASlowRedis(HttpCalls http) {}
}
