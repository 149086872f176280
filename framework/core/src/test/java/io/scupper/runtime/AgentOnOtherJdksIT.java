package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.HeapGrowth;
import io.scupper.model.JoinPoint;
import io.scupper.model.Resource;
import io.scupper.model.ThreadStack;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.Weaving;
import io.scupper.witness.Witnesses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same agent in the JDK of this build and in those that {@code SCUPPER_TEST_JDKS} names: their homes, parted like a path.
 */
class AgentOnOtherJdksIT {

    private static final String OPERATIONS = "io.scupper.example.subject.Operations.";

    static Stream<Path> homes() throws IOException {
        String others = Optional.ofNullable(System.getenv("SCUPPER_TEST_JDKS")).orElse("");
        var homes = new LinkedHashSet<Path>();
        homes.add(Path.of(System.getProperty("java.home")).toRealPath());
        for (String home : others.split(File.pathSeparator)) {
            if (!home.isBlank()) {
                homes.add(Path.of(home).toRealPath());
            }
        }
        return homes.stream();
    }

    /** No list of threads has them; the last JDK without any is 20. */
    @ParameterizedTest
    @MethodSource("homes")
    void virtualThreadsAreCountedWhereThereAreAny(Path home) {
        try (SubjectProcess subject = SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE);
                RemoteAgent agent = subject.connect()) {
            boolean areNone = subject.tell("beside virtual").startsWith("failed java.lang.NoSuchMethodException");
            subject.tell("beside virtual");

            var tasks = JvmProbes.all().stream()
                    .filter(probe -> probe.name().equals("tasks"))
                    .findFirst()
                    .orElseThrow();
            assertThat(tasks.read(agent.collect()).getOrDefault(Resource.count("tasks", "virtual threads"), 0L))
                    .isEqualTo(areNone ? 0 : 2);
        }
    }

    /** After some 127 of them, once, the JVM loads a class by which to link; what is asked about it must link nothing. */
    @ParameterizedTest
    @MethodSource("homes")
    void theSubjectLinksItsLambdasWhileSubtypesAreWoven(Path home) {
        try (SubjectProcess subject = SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE);
                RemoteAgent agent = subject.connect()) {
            subject.tell("load 300");
            var calls = JoinPoint.of("call", "java.util.concurrent.Callable", "call", 0)
                    .orSubtypes();
            agent.weave(new Weaving("f", List.of(calls), Effect.skip(), Activation.ALWAYS, 100));

            assertThat(subject.tell("link")).isEqualTo("300");
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void virtualThreadsAreToldWithTheirStacksAndFromTheirStart(Path home) {
        try (SubjectProcess subject = SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE);
                RemoteAgent agent = subject.connect()) {
            boolean areNone = subject.tell("beside virtual").startsWith("failed java.lang.NoSuchMethodException");
            agent.witness(List.of(Witnesses.VIRTUAL_THREADS));
            for (int i = 0; i < 20; i++) {
                subject.tell("beside virtual");
            }

            // One was there before anybody looked out.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(agent.virtualThreads())
                            .hasSize(areNone ? 0 : 21)
                            .allSatisfy(AgentOnOtherJdksIT::isParkedInTheSubject));
            assertThat(agent.origins().get("virtual-threads"))
                    .hasSize(areNone ? 0 : 1)
                    .allSatisfy(origin -> {
                        assertThat(origin.stayed()).isEqualTo(20);
                        assertThat(origin.frames())
                                .anyMatch(frame -> frame.startsWith(OPERATIONS + "keepBesideTheHeap("));
                    });
        }
    }

    private static void isParkedInTheSubject(ThreadStack thread) {
        assertThat(thread.isVirtual()).isTrue();
        assertThat(thread.state()).isEqualTo("WAITING");
        assertThat(thread.frames()).anyMatch(frame -> frame.startsWith("java.util.concurrent.locks.LockSupport.park("));
        assertThat(thread.frames()).anyMatch(frame -> frame.startsWith(OPERATIONS + "lambda$"));
    }

    /** Taken by one JDK, read by the analyser in the one that runs this. */
    @ParameterizedTest
    @MethodSource("homes")
    void dumpsTellWhoHoldsWhatGrew(Path home, @TempDir Path folder) {
        try (SubjectProcess subject = SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE, "-Xmx128m");
                RemoteAgent agent = subject.connect()) {
            Path first = folder.resolve("first.hprof.gz");
            Path second = folder.resolve("second.hprof.gz");
            subject.tell("catalogue 211");
            agent.dump(first, 1 << 30);
            subject.tell("catalogue 211");
            agent.dump(second, 1 << 30);

            assertThat(HeapProgram.configured().compare(first, second, Map.of("com.acme.Catalogue$Article", 211L)))
                    .flatExtracting(HeapGrowth::paths)
                    .singleElement()
                    .satisfies(path -> {
                        assertThat(path.culprit()).contains("com.acme.Catalogue.ARTICLES");
                        assertThat(path.place().entries().grown()).isEqualTo(211);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void itParksInTheJdkCountsAndSaysNothing(Path home) {
        try (SubjectProcess subject = SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE);
                RemoteAgent agent = subject.connect()) {
            agent.weave(new Weaving(
                    "f",
                    List.of(JoinPoint.of("task", "java.util.concurrent.FutureTask", "run", 0)),
                    Effect.park(true),
                    Activation.ALWAYS,
                    10));
            agent.arm("f");
            subject.tell("start parked");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> agent.count("f").held() == 1);

            agent.collect();
            var before = agent.collect();
            subject.tell("keep 100");
            var after = agent.collect();
            assertThat(after.classes().get("io.scupper.example.subject.Widget").instances())
                    .isEqualTo(100);
            assertThat(before.classes()).doesNotContainKey("io.scupper.example.subject.Widget");
            agent.compensate("f");

            assertThat(subject.tell("join parked")).isEqualTo("done falseTERMINATED");
            assertThat(subject.errorOutput().lines().filter(line -> !line.contains("Sharing is only supported")))
                    .as("the JVM's own warning apart")
                    .isEmpty();
        }
    }
}
