package io.scupper.examples.causes.hotkey;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.Inject;
import io.scupper.junit.Budget;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Everybody asks for one article, and somebody for articles that do not exist. */
@Tag("long")
class HotKeyIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("hot-key")
            .found(
                    "articlesThatDoNotExistLeaveNothing",
                    "heap:io.scupper.examples.causes.hotkey.HotKey$Answer",
                    "io.scupper.examples.causes.hotkey.HotKey.answers")
            .overBudget("hotArticleIsReadFromTheHeap", "commandsPerOperation", HotKey.class.getName() + ".hotAnd");

    HotKeyIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @Inject(
                value = "unique-keys",
                with = {"to=GET /work", "where=path"})
        @ReturnsToBaseline
        void articlesThatDoNotExistLeaveNothing() {}

        @Budget(commandsPerOperation = 0.05)
        @ReturnsToBaseline
        void hotArticleIsReadFromTheHeap(HttpCalls http) throws IOException {
            http.get("/work/hot");
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(HotKey.class, build).with(RedisServer.create());
    }

    @LeakTest(within = "1s")
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s")
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "1s", runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "5s", runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
