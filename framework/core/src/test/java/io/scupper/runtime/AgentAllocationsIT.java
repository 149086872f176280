package io.scupper.runtime;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.scupper.model.AllocatingThread;
import io.scupper.model.Allocations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent reads of the bytes that threads allocate, in a real JVM. */
class AgentAllocationsIT {

    private static final int OBJECTS = 10_000;
    private static final long THEIR_BYTES = OBJECTS * 16L;

    @Test
    void bytesAreToldInAllAndByThreadWithItsStack() {
        try (SubjectProcess subject = SubjectProcess.start();
                RemoteAgent agent = subject.connect()) {
            agent.allocations();
            agent.allocating();
            subject.tell("keep " + OBJECTS);

            List<AllocatingThread> threads = agent.allocating();
            Allocations all = agent.allocations();

            assertThat(threads)
                    .filteredOn(thread -> thread.bytes() >= THEIR_BYTES)
                    .singleElement()
                    .satisfies(thread -> assertThat(thread.frames())
                            .last(as(STRING))
                            .startsWith("io.scupper.example.subject.Subject.main(Subject.java:"));
            assertThat(all.bytes()).isBetween(THEIR_BYTES, 10 * THEIR_BYTES);
            // It may have waited for its next line with a few bytes more.
            assertThat(agent.allocating())
                    .as("told once, and the agent's own never")
                    .allSatisfy(thread -> {
                        assertThat(thread.bytes()).isLessThan(THEIR_BYTES);
                        assertThat(thread.frames()).noneMatch(frame -> frame.startsWith("io.scupper.agent."));
                    });
        }
    }
}
