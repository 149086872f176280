package io.scupper.examples.springboot;

import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;

/** The runnable jar in a container, ready when its Actuator says so. */
// tag::container[]
@LeakTest(within = "10s", runtime = Where.CONTAINER)
class BasketsLeakContainerIT {

    @SystemUnderTest
    static Sut baskets = Sut.jar(BasketsJar.path()).http(8080).readyAt("/actuator/health");

    @LargePayload(to = "POST /baskets", size = "8KiB", times = 1055)
    @ReturnsToBaseline
    void basketsThatAreTooLargeAreForgotten() {}
}
// end::container[]
