package io.scupper.examples.causes.objectfootprint;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.junit.Budget;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.PerInstance;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;

/** Two hundred thousand objects: of 24 bytes where 16 would do, and of 72 with their boxes where 32 would. */
class ObjectFootprintIT extends ForkedCauseContract {

    private static final String MAIN = "io.scupper.examples.causes.objectfootprint.ObjectFootprint";

    private static final Cause CAUSE = Cause.of("object-footprint")
            .overBudget("ticksTakeWhatTheyHold", "shallow of " + MAIN, MAIN + "$LooseTick")
            .overBudget("quotesHoldNoBoxes", "retained of " + MAIN, MAIN + "$BoxedQuote");

    ObjectFootprintIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    /** Of the leaky subject, whose classes are called what they are. */
    abstract static class LooseLeaks {

        // tag::leak-test[]
        @Budget(instances = @PerInstance(of = MAIN + "$LooseTick", shallow = "16B"))
        @ReturnsToBaseline
        void ticksTakeWhatTheyHold(HttpCalls http) throws IOException {
            http.get("/work/tick");
        }

        @Budget(instances = @PerInstance(of = MAIN + "$BoxedQuote", retained = "32B"))
        @ReturnsToBaseline
        void quotesHoldNoBoxes(HttpCalls http) throws IOException {
            http.get("/work/quote");
        }
        // end::leak-test[]
    }

    /** The same of the remedied subject. */
    abstract static class PackedLeaks {

        @Budget(instances = @PerInstance(of = MAIN + "$PackedTick", shallow = "16B"))
        @ReturnsToBaseline
        void ticksTakeWhatTheyHold(HttpCalls http) throws IOException {
            http.get("/work/tick");
        }

        @Budget(instances = @PerInstance(of = MAIN + "$PlainQuote", retained = "32B"))
        @ReturnsToBaseline
        void quotesHoldNoBoxes(HttpCalls http) throws IOException {
            http.get("/work/quote");
        }
    }

    private static Sut subject(String build) {
        return Subjects.of(ObjectFootprint.class, build);
    }

    @LeakTest
    static class LeakyTestCase extends LooseLeaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends PackedLeaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
