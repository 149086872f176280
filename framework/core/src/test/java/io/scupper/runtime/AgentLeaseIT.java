package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.control.Activation;
import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.spi.Weaving;
import io.scupper.witness.Witnesses;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the agent does when the runner, or the memory, is gone. */
class AgentLeaseIT {

    /** What the agent sets aside, and may have given up by the time it reads. */
    private static final long RESERVE_BYTES = 1 << 20;

    private static final Weaving SKIP = new Weaving(
            "f",
            List.of(JoinPoint.of("lease", "io.scupper.example.subject.Lease", "close", 0)),
            Effect.skip(),
            Activation.ALWAYS,
            100);
    private static final Weaving PARK = new Weaving(
            "p",
            List.of(JoinPoint.of("task", "java.util.concurrent.FutureTask", "run", 0)),
            Effect.park(false),
            Activation.ALWAYS,
            100);

    @Test
    void everythingIsGivenBackWhenTheRunnerSaysGoodBye() {
        try (SubjectProcess subject = SubjectProcess.start()) {
            try (RemoteAgent agent = subject.connect()) {
                withhold(subject, agent);
            }

            assertThat(subject.tell("open")).isEqualTo("0");
            assertThat(subject.tell("join parked")).isEqualTo("done falseTERMINATED");
        }
    }

    @Test
    void everythingIsGivenBackWhenTheConnectionBreaks() throws IOException {
        try (SubjectProcess subject = SubjectProcess.start()) {
            try (var runner = new RawRunner(subject.port())) {
                runner.ask(Line.of(Verbs.HELLO, subject.options.token(), Verbs.VERSION));
                withholdRaw(subject, runner);
            }

            awaitOpen(subject, 0);
            assertThat(subject.tell("close 1")).isEqualTo("0");
        }
    }

    @Test
    void everythingIsGivenBackWhenTheLeaseRunsOut() throws IOException {
        // Long enough for a busy machine to weave, arm and fire in.
        try (SubjectProcess subject = SubjectProcess.startWithLease(Duration.ofSeconds(3));
                var runner = new RawRunner(subject.port())) {
            runner.ask(Line.of(Verbs.HELLO, subject.options.token(), Verbs.VERSION));
            withholdRaw(subject, runner);

            awaitOpen(subject, 0);
            assertThat(subject.tell("close 1")).isEqualTo("0");
            assertThatThrownBy(() -> runner.ask(Line.of(Verbs.RENEW))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRunnerThatIsIdleKeepsItsLease() {
        try (SubjectProcess subject = SubjectProcess.startWithLease(Duration.ofMillis(300));
                RemoteAgent agent = subject.connect()) {
            withhold(subject, agent);

            Awaitility.await()
                    .during(Duration.ofMillis(1_200))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> open(subject) == 3);

            assertThat(agent.count("f").held()).isEqualTo(3);
        }
    }

    @Test
    void aWrongTokenIsRefusedAndTheRightOneServedThen() {
        try (SubjectProcess subject = SubjectProcess.start()) {
            int port = subject.port();

            assertThatThrownBy(() -> RemoteAgent.connect("127.0.0.1", port, "guess", SubjectProcess.WITHIN))
                    .isInstanceOf(ScupperException.class)
                    .hasMessage("The agent at 127.0.0.1:" + port
                            + " refused: The token is wrong: this agent was started by another run.");

            try (RemoteAgent agent = subject.connect()) {
                assertThat(agent.peek().threads()).isNotEmpty();
            }
        }
    }

    @Test
    void aRunnerOfAnotherReleaseIsToldSo() throws IOException {
        try (SubjectProcess subject = SubjectProcess.start();
                var runner = new RawRunner(subject.port())) {
            Line answer = runner.ask(Line.of(Verbs.HELLO, subject.options.token(), Verbs.VERSION + 1))
                    .get(0);

            assertThat(answer.keyword()).isEqualTo(Frames.ERROR);
            assertThat(answer.text(0))
                    .contains("version " + Verbs.VERSION, "the runner version " + (Verbs.VERSION + 1))
                    .endsWith("use the agent's jar of the same release.");
        }
    }

    @Test
    void nothingIsServedBeforeTheToken() throws IOException {
        try (SubjectProcess subject = SubjectProcess.start();
                var runner = new RawRunner(subject.port())) {
            assertThat(runner.ask(Line.of(Verbs.PEEK)).get(0).keyword()).isEqualTo(Frames.ERROR);
            assertThatThrownBy(() -> runner.ask(Line.of(Verbs.PEEK))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anEndlessHelloIsCutOff() throws IOException {
        try (SubjectProcess subject = SubjectProcess.start();
                var socket = new Socket("127.0.0.1", subject.port())) {
            new DataOutputStream(socket.getOutputStream()).writeInt(65 << 10);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void nobodyListeningIsSaidInOneSentence() {
        assertThatThrownBy(() -> RemoteAgent.connect("127.0.0.1", 1, "t", Duration.ofMillis(50)))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("No agent answered at 127.0.0.1:1 within 50 ms");
    }

    @Test
    void theSecondAgentOnAPortStaysIdleWithOneLine() {
        try (SubjectProcess first = SubjectProcess.start()) {
            int port = first.port();
            try (SubjectProcess second = SubjectProcess.startAtPort(port)) {
                assertThat(second.tell("open")).isEqualTo("0");

                assertThat(second.errorOutput().lines())
                        .filteredOn(line -> !line.contains("Sharing is only supported"))
                        .singleElement()
                        .asString()
                        .startsWith("Scupper's agent does not start, the application runs without it:")
                        .contains("port " + port);
            }
        }
    }

    @Test
    void aFaultIsLiftedAndGivenBackThoughTheHeapIsFull() {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx32m", "-XX:+UseSerialGC");
                RemoteAgent agent = subject.connect()) {
            withhold(subject, agent);
            assertThat(subject.tell("fill")).isEqualTo("full");
            assertThat(isFull(agent)).isTrue();

            agent.lift("f");
            agent.lift("p");
            assertThat(agent.compensate("f")).isZero();
            agent.compensate("p");

            assertThat(subject.tell("join filler")).isEqualTo("TERMINATED");
            assertThat(subject.tell("open")).isEqualTo("0");
            assertThat(subject.tell("join parked")).isEqualTo("done falseTERMINATED");
            assertThat(agent.collect().classes()).isNotEmpty();
        }
    }

    @Test
    void whatWitnessesHaveSeenIsDroppedFirstWhenTheHeapIsFull() {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx32m", "-XX:+UseSerialGC");
                RemoteAgent agent = subject.connect()) {
            withhold(subject, agent);
            agent.witness(List.of(Witnesses.THREADS));
            assertThat(agent.origins()).containsKey("threads");
            assertThat(subject.tell("fill")).isEqualTo("full");

            agent.lift("f");
            assertThat(agent.compensate("f")).isZero();
            assertThat(subject.tell("join filler")).isEqualTo("TERMINATED");

            assertThatThrownBy(agent::origins)
                    .isInstanceOf(ScupperException.class)
                    .hasMessage(
                            "The agent could not origins: The witnesses were dropped, because the subject's heap had no"
                                    + " room left for what they have seen: give it more, by -Xmx.");
            agent.witness(List.of(Witnesses.THREADS));
            assertThat(agent.origins()).containsKey("threads");
        }
    }

    @Test
    void renewalsLeaveTheMemoryThatIsSetAsideForGivingBack() throws IOException {
        try (SubjectProcess subject =
                        SubjectProcess.startWithLease(Duration.ofSeconds(30), "-Xmx32m", "-XX:+UseSerialGC");
                var runner = new RawRunner(subject.port())) {
            runner.ask(Line.of(Verbs.HELLO, subject.options.token(), Verbs.VERSION));
            withholdRaw(subject, runner);
            var filled = CompletableFuture.supplyAsync(() -> subject.tell("fill"));
            while (!filled.isDone()) {
                runner.ask(Line.of(Verbs.RENEW));
            }
            assertThat(filled.join()).isEqualTo("full");

            assertThat(runner.ask(Line.of(Verbs.COMPENSATE, "f")).get(0).keyword())
                    .isEqualTo(Frames.OK);
            awaitOpen(subject, 0);
        }
    }

    /** Either the agent says so, or it could answer because it gave up its reserve, and shows it. */
    private static boolean isFull(RemoteAgent agent) {
        try {
            Sample.Heap heap = agent.peek().heap();
            return heap.usedBytes() + RESERVE_BYTES > heap.maxBytes() * 97 / 100;
        } catch (ScupperException e) {
            assertThat(e).hasMessageContaining("The subject's heap is full");
            return true;
        }
    }

    private static void withhold(SubjectProcess subject, RemoteAgent agent) {
        agent.weave(SKIP);
        agent.weave(PARK);
        agent.arm("f");
        agent.arm("p");
        subject.tell("close 3");
        subject.tell("start parked");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> agent.count("p").held() == 1);
        assertThat(open(subject)).isEqualTo(3);
    }

    private static void withholdRaw(SubjectProcess subject, RawRunner runner) throws IOException {
        runner.ask(
                Line.of(Verbs.WEAVE, "f"),
                Line.of(Verbs.EFFECT, "SKIP", "", 100, false),
                Line.of(Verbs.JOIN_POINT, "lease", "io.scupper.example.subject.Lease", false, "close", 0, "", ""));
        runner.ask(Line.of(Verbs.ARM, "f"));
        assertThat(subject.tell("close 3")).isEqualTo("3");
    }

    private static void awaitOpen(SubjectProcess subject, int open) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> open(subject) == open);
    }

    private static int open(SubjectProcess subject) {
        return Integer.parseInt(subject.tell("open"));
    }

    /** A runner that never renews. */
    private static final class RawRunner implements AutoCloseable {

        private final Socket socket;

        RawRunner(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
        }

        List<Line> ask(Line... request) throws IOException {
            Frames.write(new DataOutputStream(socket.getOutputStream()), List.of(request));
            return Frames.read(new DataInputStream(socket.getInputStream()));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
