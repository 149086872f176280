package io.scupper.examples.causes.taskleak;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;

/** Tasks wait for what never comes; nobody waits for the tasks any more. */
class TaskLeakIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("task-leak")
            .foundExactly(
                    1,
                    "tasksEndWithTheirRequests",
                    "threads:approval-*",
                    "io.scupper.examples.causes.taskleak.TaskLeak.approval");

    TaskLeakIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @ReturnsToBaseline
        void tasksEndWithTheirRequests(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(TaskLeak.class, build);
    }

    @LeakTest(within = "1s", operations = 23)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "5s", operations = 23)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "1s", operations = 23, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "5s", operations = 23, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
