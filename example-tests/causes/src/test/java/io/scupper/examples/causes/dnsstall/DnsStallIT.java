package io.scupper.examples.causes.dnsstall;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.fault.Inject;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Name resolution stalls for far longer than a request may take. */
@Tag("long")
class DnsStallIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("dns-stall")
            .found(
                    "requestsThatFoundNoAddressAreForgotten",
                    "heap:io.scupper.examples.causes.dnsstall.DnsStall$Request",
                    "io.scupper.examples.causes.dnsstall.DnsStall.requests");

    DnsStallIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject(value = "dns-stall", with = "delay=10m")
        @ReturnsToBaseline
        void requestsThatFoundNoAddressAreForgotten(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(DnsStall.class, build);
    }

    @LeakTest(within = "2s", operations = 7)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "10s", operations = 7)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "2s", operations = 7, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "10s", operations = 7, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
