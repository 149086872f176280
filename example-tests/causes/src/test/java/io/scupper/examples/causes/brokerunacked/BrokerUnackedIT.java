package io.scupper.examples.causes.brokerunacked;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.CauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.rabbitmq.RabbitServer;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Orders that cannot be booked stay with the consumer that has them, or go to the dead letters. */
@Tag("long")
class BrokerUnackedIT extends CauseContract {

    private static final Cause CAUSE = Cause.of("broker-unacked")
            .found(
                    "ordersAreAnsweredFor",
                    "rabbitmq:queue 'orders' unacknowledged",
                    "io.scupper.examples.causes.brokerunacked.BrokerUnacked$Forgetting.handleDelivery");

    BrokerUnackedIT() {
        super(CAUSE, new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline
        void ordersAreAnsweredFor(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(BrokerUnacked.class, build).with(RabbitServer.create());
    }

    @LeakTest(within = "2s", runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s", runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }
}
