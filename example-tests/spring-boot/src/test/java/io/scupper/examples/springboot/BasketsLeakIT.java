package io.scupper.examples.springboot;

import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The service in the test's own JVM, as Spring Boot starts it. */
// tag::in-process[]
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@LeakTest(within = "10s")
class BasketsLeakIT {

    @LargePayload(to = "POST /baskets", size = "8KiB", times = 1055)
    @ReturnsToBaseline
    void basketsThatAreTooLargeAreForgotten() {}
}
// end::in-process[]
