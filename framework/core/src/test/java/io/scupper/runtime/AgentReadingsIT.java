package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.scupper.control.Activation;
import io.scupper.model.ClassCount;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.PoolWatch;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Snapshot.PoolState;
import io.scupper.model.Snapshot.SocketState;
import io.scupper.model.Snapshot.ThreadState;
import io.scupper.model.Vitals;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.Weaving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent reads in a real JVM: exactly what is there, and nothing of its own. */
class AgentReadingsIT {

    private static final String WIDGET = "io.scupper.example.subject.Widget";
    private static final String POOL = "io.scupper.example.subject.Pool";

    private static SubjectProcess subject;
    private RemoteAgent agent;

    @BeforeAll
    static void start() {
        subject = SubjectProcess.start("-XX:+DisableExplicitGC");
    }

    @AfterAll
    static void end() {
        subject.close();
    }

    @BeforeEach
    void connect() {
        agent = subject.connect();
    }

    @AfterEach
    void disconnect() {
        agent.close();
        subject.tell("drop");
    }

    @Test
    void aHundredObjectsMoreAreExactlyAHundredMore() {
        long before = widgets(agent.collect());

        subject.tell("keep 100");
        assertThat(widgets(agent.collect())).isEqualTo(before + 100);

        subject.tell("drop");
        assertThat(widgets(agent.collect())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"-XX:SoftRefLRUPolicyMSPerMB=1000, 100, 100", "-XX:SoftRefLRUPolicyMSPerMB=0, 0, 0"})
    void softReferencesCountWhereTheJvmKeepsWhatTheyHold(String policy, long references, long widgets) {
        try (SubjectProcess other = SubjectProcess.start("-Xmx128m", policy);
                RemoteAgent there = other.connect()) {
            // The JVM makes some of its own on the way.
            other.tell("keepSoftly 0");
            there.collect();
            Snapshot before = there.collect();
            other.tell("keepSoftly 100");
            Snapshot after = there.collect();
            other.tell("drop");

            assertThat(after.heap().softReferences() - before.heap().softReferences())
                    .isEqualTo(references);
            assertThat(widgets(after)).isEqualTo(widgets);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UseG1GC", "UseSerialGC", "UseParallelGC", "UseZGC"})
    void vitalsTellWhatACollectionHasLeftOfHowMuch(String collector) {
        try (SubjectProcess other = SubjectProcess.start("-Xmx128m", "-XX:+" + collector);
                RemoteAgent there = other.connect()) {
            there.collect();
            Vitals before = there.vitals();
            other.tell("keep 1000000");
            there.collect();
            Vitals after = there.vitals();

            // A widget is 16 or 24 bytes, and a reference to it.
            assertThat(after.liveBytes() - before.liveBytes()).isBetween(16L << 20, 48L << 20);
            assertThat(after.maxBytes()).isBetween(100L << 20, 128L << 20);
            assertThat(after.residentBytes()).isGreaterThan(after.liveBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UseG1GC", "UseSerialGC", "UseParallelGC", "UseZGC"})
    void objectsAreCountedExactlyUnderEveryCollectorAndAnIdleSubjectStandsStill(String collector) {
        try (SubjectProcess idle = SubjectProcess.start("-Xmx128m", "-XX:+" + collector);
                RemoteAgent there = idle.connect()) {
            idle.tell("keep 1");
            Snapshot one = there.collect();
            idle.tell("keep 50");
            Snapshot other = there.collect();
            idle.tell("drop");
            Snapshot last = there.collect();
            assertThat(widgets(one)).isEqualTo(1);
            assertThat(widgets(other)).isEqualTo(51);
            assertThat(widgets(last)).isZero();
            assertThat(one.heap().usedBytes()).isPositive();
            assertThat(one.heap().maxBytes()).isBetween(100L << 20, 128L << 20);

            assertThat(medianMoveBytes(there)).isLessThanOrEqualTo(1_024);
        }
    }

    /**
     * The median of how far the live bytes move from one collection to the next. Not the largest: while the compiler warms
     * up it now and then resolves a handful of string constants at once.
     */
    private static long medianMoveBytes(RemoteAgent agent) {
        long[] moves = new long[11];
        long before = liveBytes(agent);
        for (int i = 0; i < moves.length; i++) {
            long now = liveBytes(agent);
            moves[i] = Math.abs(now - before);
            before = now;
        }
        Arrays.sort(moves);
        return moves[moves.length / 2];
    }

    /** Without {@code int[]}, as which the serial collector of JDK 17 leaves dead space. */
    private static long liveBytes(RemoteAgent agent) {
        Snapshot snapshot = agent.collect();
        return snapshot.heap().liveBytes() - snapshot.classes().get("[I").bytes();
    }

    @Test
    void whatWithheldCallsTakeInTheAgentIsNotTheSubjects() {
        agent.weave(new Weaving(
                "f",
                List.of(JoinPoint.of("lease", "io.scupper.example.subject.Lease", "close", 0)),
                Effect.skip(),
                Activation.ALWAYS,
                1_000));
        agent.arm("f");
        subject.tell("close 10");
        subject.tell("drop");
        agent.collect();
        Snapshot before = agent.collect();

        subject.tell("close 500");

        Snapshot after = agent.collect();
        long leases = 500L * 16;
        assertThat(after.sites().get("f").held()).isEqualTo(500);
        assertThat(after.heap().liveBytes() - before.heap().liveBytes()).isCloseTo(leases, within(4_096L));
        assertThat(growth(before, after)).containsEntry("io.scupper.example.subject.Lease", 500L);
        assertThat(growth(before, after).keySet()).noneMatch(name -> name.contains("WeakReference"));
        assertThat(after.classes().keySet()).noneMatch(name -> name.contains("io.scupper.agent"));
    }

    @Test
    void threadsAreNamedAndTheAgentsOwnAreLeftOut() {
        agent.weave(new Weaving(
                "f",
                List.of(JoinPoint.of("lease", "io.scupper.example.subject.Lease", "rest", 0)),
                Effect.park(true),
                Activation.ALWAYS,
                1));
        agent.arm("f");
        subject.tell("rest a\tb");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> agent.count("f").held() == 1);
        List<ThreadState> threads = agent.peek().threads();
        assertThat(threads)
                .extracting(ThreadState::name)
                .contains("main", "a\tb")
                .noneMatch(name -> name.startsWith("scupper"));
        assertThat(threads).allSatisfy(thread -> assertThat(thread.stack()).hasSizeLessThanOrEqualTo(12));
        assertThat(threads)
                .filteredOn(thread -> thread.name().equals("a\tb"))
                .flatExtracting(ThreadState::stack)
                .anyMatch(frame -> frame.matches("io.scupper.example.subject.Lease.rest\\(Lease.java:\\d+\\)"));
    }

    /** The kernel lists them all; those of the subject lie somewhere in between. */
    @Test
    void socketsAreFoundAmongThoseOfAThousandOtherConnections() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "there is no /proc here");
        int before = agent.peek().sockets().size();
        try (var others = new Connections(1_000)) {
            others.open();
            int port = Integer.parseInt(subject.tell("listen"));

            assertThat(agent.peek().sockets())
                    .extracting(SocketState::localPort, SocketState::state)
                    .hasSize(before + 3)
                    .contains(tuple(port, "LISTEN"), tuple(port, "ESTABLISHED"));
        }
    }

    @Test
    void socketsAreThoseOfThisProcessWithoutTheAgentsOwn() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "there is no /proc here");
        assertThat(agent.peek().sockets()).isEmpty();
        Map<String, Long> before = agent.peek().descriptors();

        int port = Integer.parseInt(subject.tell("listen"));

        List<SocketState> sockets = agent.peek().sockets();
        assertThat(sockets)
                .extracting(SocketState::state)
                .containsExactlyInAnyOrder("LISTEN", "ESTABLISHED", "ESTABLISHED");
        assertThat(sockets)
                .filteredOn(socket -> socket.state().equals("LISTEN"))
                .singleElement()
                .satisfies(socket -> {
                    assertThat(socket.local()).isEqualTo("127.0.0.1");
                    assertThat(socket.localPort()).isEqualTo(port);
                    assertThat(socket.remotePort()).isZero();
                });
        assertThat(sockets)
                .filteredOn(socket -> socket.remotePort() == port)
                .singleElement()
                .extracting(SocketState::remote)
                .isEqualTo("127.0.0.1");
        assertThat(agent.peek().descriptors().get("socket")).isEqualTo(before.getOrDefault("socket", 0L) + 3);
    }

    @Test
    void openFilesAreCountedAndStandStillOtherwise() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/fd")), "there is no /proc here");
        agent.peek();
        Map<String, Long> before = agent.peek().descriptors();
        assertThat(agent.peek().descriptors()).isEqualTo(before);

        subject.tell("files 7");

        Map<String, Long> after = agent.peek().descriptors();
        assertThat(after.get("file")).isEqualTo(before.get("file") + 7);
        assertThat(after.get("pipe")).isEqualTo(before.get("pipe"));

        assertThat(agent.collect().targets())
                .as("/proc/1234/status, seven times")
                .containsEntry("/proc/*/*", 7L);

        subject.tell("drop");
        assertThat(agent.collect().descriptors().get("file"))
                .as("closed by cleaners")
                .isEqualTo(before.get("file"));
    }

    @ParameterizedTest
    @CsvSource({
        // What the subject itself takes for its output is of some bytes.
        "direct, buffers:direct, 1048576, 1024",
        "file, delete-on-exit:files, 1, 0",
        // So is a class that the JVM first needs just then.
        "class, classes:loaded, 50, 10",
        "class, classes:loaders, 50, 0",
        "task, tasks:scheduled, 1, 0",
        "local, thread-locals:io.scupper.example.subject.Widget, 1, 0",
    })
    void whatIsKeptBesideTheHeapIsCountedAfterACollection(String what, String label, long one, long slack) {
        agent.watchThreadLocals(List.of("io.scupper.example.subject.Widget"));
        subject.tell("beside " + what);
        long before = count(agent.collect(), label);

        subject.tell("beside " + what);

        assertThat(count(agent.collect(), label)).isBetween(before + one, before + one + slack);
        assertThat(agent.peek().gauges()).isEmpty();
    }

    @Test
    void whatIsPlantedIsReadAndGoneAgainWhenItIsUprooted() {
        var plant = agent.plant(21);
        Snapshot planted = agent.collect();
        agent.uproot();
        Snapshot uprooted = agent.collect();

        assertThat(planted.classes().get(plant.className()).instances()).isEqualTo(21);
        assertThat(planted.threads()).extracting(ThreadState::name).contains(plant.thread());
        assertThat(planted.sockets()).extracting(SocketState::remotePort).contains(plant.port());
        assertThat(uprooted.classes()).doesNotContainKey(plant.className());
        assertThat(uprooted.threads()).extracting(ThreadState::name).doesNotContain(plant.thread());
        assertThat(uprooted.sockets())
                .flatExtracting(SocketState::localPort, SocketState::remotePort)
                .doesNotContain(plant.port());
    }

    @Test
    void jvmThatDoesNotCollectIsAnErrorThatNamesItsCollector() {
        try (SubjectProcess idle = SubjectProcess.start("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC");
                RemoteAgent there = idle.connect()) {
            assertThatThrownBy(there::collect)
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("This JVM does not collect garbage: an object that nothing refers to is still"
                            + " there after 3 collections of Epsilon Heap.");
        }
    }

    private static long count(Snapshot snapshot, String label) {
        return JvmProbes.all().stream()
                .flatMap(probe -> probe.read(snapshot).entrySet().stream())
                .filter(entry -> entry.getKey().label().equals(label))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void poolsAreReadByChainsAndDisappearWithTheirOwner() {
        agent.watch(List.of(watch("stats().leased")));
        assertThat(agent.peek().pools()).isEmpty();

        subject.tell("pool orders");
        assertThat(agent.peek().pools()).containsExactly(new PoolState("pools", "orders", 1, 3, 2));

        subject.tell("losePool");
        assertThat(agent.collect().pools()).isEmpty();
    }

    @Test
    void aPoolThatCannotBeReadIsAnErrorThatNamesLibraryAndChain() {
        agent.watch(List.of(watch("stats().lent")));
        subject.tell("pool orders");

        assertThatThrownBy(() -> agent.peek())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("Pool of pools (" + POOL + ")")
                .hasMessageContaining("'stats().lent'");
    }

    @Test
    void poolsInTheJdkAreReadThroughItsClosedPackages() {
        agent.watch(List.of(new PoolWatch(
                "tasks", "java.util.concurrent.FutureTask", false, "run", "", "state", "", "state - state")));

        subject.tell("start task");
        subject.tell("join task");

        assertThat(agent.peek().pools()).singleElement().satisfies(pool -> {
            assertThat(pool.leased()).isEqualTo(2);
            assertThat(pool.library()).isEqualTo("tasks");
        });
    }

    private static PoolWatch watch(String leased) {
        return new PoolWatch(
                "pools", POOL, false, "lease", "name", leased, "stats.total() - stats().leased", "idle.size()");
    }

    private static long widgets(Snapshot snapshot) {
        return snapshot.classes().getOrDefault(WIDGET, ClassCount.NONE).instances();
    }

    private static Map<String, Long> growth(Snapshot before, Snapshot after) {
        var growth = new TreeMap<String, Long>();
        after.classes().forEach((name, count) -> {
            long more = count.instances()
                    - before.classes().getOrDefault(name, ClassCount.NONE).instances();
            if (more >= 100) {
                growth.put(name, more);
            }
        });
        return growth;
    }
}
