package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.ScupperException;
import io.scupper.spi.Weaving;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test JVM that is killed, or stopped, while a fault is armed: within the lease the subject is as it was, for every effect. */
@Tag("long")
class AgentKilledRunnerIT {

    private static final Duration LEASE = Duration.ofSeconds(4);

    private static final String TYPE = "io.scupper.example.subject.Lease";

    /** What each effect does to the subject, and how that is seen. */
    enum Case {
        SKIP(Effect.skip(), JoinPoint.of("", TYPE, "close", 0), "close 3", "3", "open", "0", "close 3"),
        DELAY(Effect.delay(600_000), JoinPoint.of("", TYPE, "rest", 0), "rest t", "", "join t", "TERMINATED", "rest u"),
        PARK(
                Effect.park(true),
                JoinPoint.of("", "java.util.concurrent.FutureTask", "run", 0),
                "start t",
                "",
                "join t",
                "done falseTERMINATED",
                "start u"),
        PARK_FIRMLY(
                Effect.park(false),
                JoinPoint.of("", "java.util.concurrent.FutureTask", "run", 0),
                "start t",
                "",
                "join t",
                "done falseTERMINATED",
                "start u"),
        THROW(
                Effect.fail("java.io.IOException"),
                JoinPoint.of("", TYPE, "fetch", 1),
                "fetch 1",
                "failed java.io.IOException",
                "fetch 1",
                "2",
                "fetch 1"),
        RETAIN(Effect.retain("0"), JoinPoint.of("", TYPE, "fetch", 1), "fetch 1", "2", "open", "", "fetch 1");

        final Effect effect;
        final JoinPoint at;
        final String strike;
        final String struck;
        final String check;
        final String normal;
        final String again;

        Case(Effect effect, JoinPoint at, String strike, String struck, String check, String normal, String again) {
            this.effect = effect;
            this.at = at;
            this.strike = strike;
            this.struck = struck;
            this.check = check;
            this.normal = normal;
            this.again = again;
        }
    }

    static Stream<Arguments> killedAndStopped() {
        return Stream.of(Case.values())
                .flatMap(each -> Stream.of(Arguments.of(each, "KILL"), Arguments.of(each, "STOP")));
    }

    @ParameterizedTest
    @MethodSource("killedAndStopped")
    void theSubjectIsBackToNormalWithinTheLease(Case fault, String signal) throws Exception {
        try (SubjectProcess subject = SubjectProcess.startWithLease(LEASE)) {
            long held;
            try (var runner = new Runner(subject, fault)) {
                assertThat(subject.tell(fault.strike)).startsWith(fault.struck);
                held = runner.awaitFired();

                runner.send(signal);
                long sent = System.nanoTime();
                assertThat(runner.hasEnded()).isEqualTo(signal.equals("KILL"));

                await().atMost(LEASE.multipliedBy(2)).until(() -> isOver(subject));
                // The clock of the lease begins with the last renewal, at the latest when the signal was sent.
                assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(LEASE.plusSeconds(2));
            }
            assertThat(held).isEqualTo(fault == Case.THROW ? 0 : fault == Case.SKIP ? 3 : 1);
            assertThat(subject.tell(fault.check)).endsWith(fault.normal);
            assertNothingStrikesAnyMore(subject, fault);
        }
    }

    private static void assertNothingStrikesAnyMore(SubjectProcess subject, Case fault) {
        try (RemoteAgent agent = subject.connect()) {
            String answer = subject.tell(fault.again);
            assertThat(answer).doesNotStartWith("failed");
            if (fault == Case.RETAIN) {
                assertThat(agent.collect().classes()).doesNotContainKey("io.scupper.example.subject.Widget");
            }
            if (answer.isEmpty()) {
                assertThat(subject.tell("join u")).endsWith("TERMINATED");
            }
            assertThatThrownBy(() -> agent.count("f"))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("No fault 'f' is woven in the subject");
        }
    }

    /** The agent serves nobody else before it has ended everything. */
    private static boolean isOver(SubjectProcess subject) {
        try (RemoteAgent agent =
                RemoteAgent.connect("127.0.0.1", subject.port(), subject.options.token(), LEASE.plusSeconds(2))) {
            return agent.peek().sites().isEmpty();
        }
    }

    /** A JVM that has armed a fault and renews the lease until it is killed. */
    private static final class Runner implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        Runner(SubjectProcess subject, Case fault) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ArmingMain.class.getName(),
                            String.valueOf(subject.port()),
                            subject.options.token(),
                            fault.name())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(said.readLine()).isEqualTo("armed");
        }

        /** Returns how much is held once it has fired. */
        long awaitFired() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return Long.parseLong(said.readLine());
        }

        void send(String signal) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        boolean hasEnded() throws InterruptedException {
            return process.waitFor(500, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** What the runner's JVM does. */
    static final class ArmingMain {

        private ArmingMain() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            var fault = Case.valueOf(arguments[2]);
            var agent = RemoteAgent.connect(
                    "127.0.0.1", Integer.parseInt(arguments[0]), arguments[1], SubjectProcess.WITHIN);
            agent.weave(new Weaving("f", List.of(fault.at), fault.effect, Activation.ALWAYS, 100));
            agent.arm("f");
            System.out.println("armed");
            System.in.read();
            await().atMost(SubjectProcess.WITHIN).until(() -> agent.count("f").fired() > 0);
            System.out.println(agent.count("f").held());
            Thread.currentThread().join();
        }
    }
}
