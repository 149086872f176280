package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.control.Activation;
import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.ScupperException;
import io.scupper.spi.Weaving;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heap dumps through the agent: whole or not there, on either side. */
class AgentDumpIT {

    private static final long ENOUGH = 1L << 30;

    @TempDir
    Path folder;

    private Path file;
    private Path itsTemporaries;

    @BeforeEach
    void makeFolders() throws IOException {
        file = folder.resolve("first.hprof.gz");
        itsTemporaries = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void theDumpIsWholeAndNothingOfItStaysWithTheSubject() throws IOException {
        try (SubjectProcess subject = start();
                RemoteAgent agent = subject.connect()) {
            Files.writeString(file, "what was there before");
            subject.tell("keep 100");
            agent.peek();
            var before = agent.peek().descriptors();

            agent.dump(file, ENOUGH);

            assertDump(file);
            assertThat(itsTemporaries).isEmptyDirectory();
            assertThat(agent.peek().descriptors()).isEqualTo(before);
        }
    }

    @Test
    void aDumpOverTheLimitIsCutOffAndTakenAway() {
        try (SubjectProcess subject = start();
                RemoteAgent agent = subject.connect()) {
            var before = agent.peek().descriptors();

            assertThatThrownBy(() -> agent.dump(file, 100 << 10))
                    .isInstanceOf(ScupperException.class)
                    .message()
                    .matches(
                            "The heap dump of the subject, [\\d.]+ MiB before it is compressed, was cut off: it has more than"
                                    + " the limit of 100 KiB compressed\\. Raise the limit with -Dscupper\\.dump\\.limit=\\d+MiB,"
                                    + " or give the subject a smaller heap\\.");

            assertThat(file).doesNotExist();
            assertNothingLeft(agent);
            assertThat(agent.peek().descriptors()).isEqualTo(before);
        }
    }

    @Test
    void aDiskThatRunsFullOnThisSideIsToldAndTheAgentAnswersOn() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
        try (SubjectProcess subject = start();
                RemoteAgent agent = subject.connect()) {
            Path link = Files.createSymbolicLink(file, full);

            assertThatThrownBy(() -> agent.dump(link, ENOUGH))
                    .isInstanceOf(ScupperException.class)
                    .message()
                    .matches("The heap dump of the subject could not be written to '" + link
                            + "' \\(java.io.IOException:"
                            + " No space left on device\\): 0 B were written, [\\d.]+ .iB were free then\\. Make room, or"
                            + " choose another folder\\.");

            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
            assertNothingLeft(agent);
        }
    }

    @Test
    void aFileThatCannotBeMadeIsToldBeforeAnythingIsDumped() {
        try (SubjectProcess subject = start();
                RemoteAgent agent = subject.connect()) {
            Path nowhere = folder.resolve("none/first.hprof.gz");

            assertThatThrownBy(() -> agent.dump(nowhere, ENOUGH))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("'" + nowhere + "'")
                    .hasMessageContaining("0 B were written");
            assertThatThrownBy(() -> agent.dump(itsTemporaries, ENOUGH)).isInstanceOf(ScupperException.class);

            assertThat(itsTemporaries).isDirectory();
            assertNothingLeft(agent);
        }
    }

    @Test
    void whereTheTemporaryFolderIsOfNoUseTheWorkingFolderIs() throws IOException {
        // There when the agent starts, which has to unpack something.
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (SubjectProcess subject = SubjectProcess.start("-Djava.io.tmpdir=" + gone, "-Duser.dir=" + itsTemporaries);
                RemoteAgent agent = subject.connect()) {
            Files.delete(gone);
            subject.tell("keep 100");

            agent.dump(file, ENOUGH);

            assertDump(file);
            assertThat(itsTemporaries).isEmptyDirectory();
        }
    }

    @Test
    void whereNoFolderIsOfUseAllAreToldAndTheAgentAnswersOn() throws IOException {
        String none = itsTemporaries.toString();
        try (SubjectProcess subject = SubjectProcess.start(
                        "-Djava.io.tmpdir=" + none, "-Duser.dir=" + none + 2, "-Duser.home=" + none + 3);
                RemoteAgent agent = subject.connect()) {
            Files.delete(itsTemporaries);

            assertThatThrownBy(() -> agent.dump(file, ENOUGH))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageStartingWith("The agent could not dump: no folder takes a dump of the heap, of which ")
                    .hasMessageContaining("; '" + none + "' (free space unknown): no such folder; '" + none + "2' (")
                    .hasMessageContaining("; '" + none + "3' (")
                    .hasMessageEndingWith(" Give the subject a folder with room: -Djava.io.tmpdir=FOLDER.");

            assertThat(file).doesNotExist();
            assertThat(agent.collect().classes()).isNotEmpty();
        }
    }

    @Test
    void theLeaseDoesNotRunOutWhileALargeHeapIsDumpedAndLiftingWorksThen() throws IOException {
        // A heap that takes several leases to dump and to hand over.
        try (SubjectProcess subject = SubjectProcess.startWithLease(Duration.ofMillis(300), "-Xmx512m", temporaries());
                RemoteAgent agent = subject.connect()) {
            subject.tell("keep 4000000");
            withhold(subject, agent);
            long from = System.nanoTime();

            agent.dump(file, ENOUGH);

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(600));
            assertThat(subject.tell("close 1")).as("still withheld").isEqualTo("4");
            agent.lift("f");
            assertThat(subject.tell("close 1")).isEqualTo("4");
            assertThat(agent.compensate("f")).isZero();
            assertThat(subject.tell("open")).isEqualTo("0");
        }
    }

    @Test
    void aFaultIsLiftedBetweenTwoPartsOfADump() {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx512m", temporaries());
                RemoteAgent agent = subject.connect()) {
            subject.tell("keep 2000000");
            withhold(subject, agent);
            var dump = CompletableFuture.runAsync(() -> agent.dump(file, ENOUGH));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> Files.exists(file) && Files.size(file) > 0);

            agent.lift("f");

            assertThat(dump).isNotDone();
            assertThat(subject.tell("close 1")).isEqualTo("3");
            dump.join();
            assertThat(itsTemporaries).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UseG1GC", "UseSerialGC", "UseParallelGC", "UseZGC"})
    void everyCollectorLeavesOnlyWhatIsReachableInADump(String collector) throws IOException {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx128m", "-XX:+" + collector, temporaries());
                RemoteAgent agent = subject.connect()) {
            // Garbage of 46 MiB in a dump that has it.
            subject.tell("keep 1000000");
            subject.tell("drop");

            agent.dump(file, ENOUGH);

            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                assertThat(in.transferTo(OutputStream.nullOutputStream())).isBetween(500_000L, 20_000_000L);
            }
        }
    }

    @Test
    void aFaultIsLiftedAndGivenBackAfterADumpOfAFullHeap() {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx32m", "-XX:+UseSerialGC", temporaries());
                RemoteAgent agent = subject.connect()) {
            withhold(subject, agent);
            assertThat(subject.tell("fill")).isEqualTo("full");

            dumpOrBeTold(agent);

            agent.lift("f");
            assertThat(agent.compensate("f")).isZero();
            assertThat(subject.tell("join filler")).isEqualTo("TERMINATED");
            assertThat(subject.tell("open")).isEqualTo("0");
            assertNothingLeft(agent);
        }
    }

    /** Whether what is set aside suffices depends on the JDK; that one is told does not. */
    private void dumpOrBeTold(RemoteAgent agent) {
        try {
            agent.dump(file, ENOUGH);
        } catch (ScupperException e) {
            assertThat(e).hasMessageContaining("The subject's heap is full");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void nothingStaysWhenTheRunnerGoesAwayHalfWay() throws IOException {
        try (SubjectProcess subject = start()) {
            try (var runner = new Runner(subject)) {
                runner.ask(Line.of(Verbs.DUMP));
                assertThat(runner.ask(Line.of(Verbs.DUMP_PART)).number(0)).isPositive();
                assertThat(itsTemporaries).isEmptyDirectory();
            }

            try (RemoteAgent agent = subject.connect()) {
                assertThat(openDumps(subject)).isZero();
                assertNothingLeft(agent);
            }
        }
    }

    @Test
    void nothingStaysWhenTheSubjectIsKilledHalfWay() throws IOException {
        try (SubjectProcess subject = start();
                var runner = new Runner(subject)) {
            runner.ask(Line.of(Verbs.DUMP));
            runner.ask(Line.of(Verbs.DUMP_PART));

            subject.kill();

            assertThat(itsTemporaries).isEmptyDirectory();
        }
    }

    @Test
    void aPartWithoutADumpIsRefused() throws IOException {
        try (SubjectProcess subject = start();
                var runner = new Runner(subject)) {
            Line answer = runner.ask(Line.of(Verbs.DUMP_PART));

            assertThat(answer.keyword()).isEqualTo(Frames.ERROR);
            assertThat(answer.text(0))
                    .isEqualTo("No dump is being read; it failed or was ended, and must be taken anew.");
            assertThat(runner.ask(Line.of(Verbs.RENEW)).keyword()).isEqualTo(Frames.OK);
        }
    }

    @Test
    void aDumpThatIsEndedIsGone() throws IOException {
        try (SubjectProcess subject = start();
                var runner = new Runner(subject)) {
            runner.ask(Line.of(Verbs.DUMP));
            runner.ask(Line.of(Verbs.DUMP));
            assertThat(openDumps(subject)).as("one in the place of the other").isEqualTo(1);

            runner.ask(Line.of(Verbs.DUMP_END));

            assertThat(openDumps(subject)).isZero();
            assertThat(runner.ask(Line.of(Verbs.DUMP_PART)).keyword()).isEqualTo(Frames.ERROR);
        }
    }

    private SubjectProcess start() {
        return SubjectProcess.start(temporaries());
    }

    private String temporaries() {
        return "-Djava.io.tmpdir=" + itsTemporaries;
    }

    private static void withhold(SubjectProcess subject, RemoteAgent agent) {
        agent.weave(new Weaving(
                "f",
                List.of(JoinPoint.of("lease", "io.scupper.example.subject.Lease", "close", 0)),
                Effect.skip(),
                Activation.ALWAYS,
                100));
        agent.arm("f");
        assertThat(subject.tell("close 3")).isEqualTo("3");
    }

    private void assertNothingLeft(RemoteAgent agent) {
        assertThat(itsTemporaries).isEmptyDirectory();
        assertThat(agent.collect().classes()).isNotEmpty();
    }

    /** The header of HotSpot's dumps, and a name that only this subject has, to the end of what gzip has. */
    private static void assertDump(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] dump = in.readAllBytes();
            assertThat(new String(dump, 0, 18, StandardCharsets.US_ASCII)).isEqualTo("JAVA PROFILE 1.0.2");
            assertThat(new String(dump, StandardCharsets.ISO_8859_1)).contains("io/scupper/example/subject/Widget");
        }
    }

    private static long openDumps(SubjectProcess subject) throws IOException {
        Path descriptors = Path.of("/proc/" + subject.pid() + "/fd");
        Assumptions.assumeTrue(Files.exists(descriptors), "there is no /proc here");
        try (var links = Files.list(descriptors)) {
            return links.filter(AgentDumpIT::leadsToADump).count();
        }
    }

    private static boolean leadsToADump(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().contains(".hprof");
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }

    /** A runner that goes its own ways. */
    private static final class Runner implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;

        Runner(SubjectProcess subject) throws IOException {
            socket = new Socket("127.0.0.1", subject.port());
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            ask(Line.of(Verbs.HELLO, subject.options.token(), Verbs.VERSION));
        }

        /** Returns the first line of the answer, and drops the bytes behind it. */
        Line ask(Line request) throws IOException {
            Frames.write(new DataOutputStream(socket.getOutputStream()), List.of(request));
            Line answer = Frames.read(in).get(0);
            if (request.keyword().equals(Verbs.DUMP_PART) && answer.keyword().equals(Frames.OK)) {
                in.skipNBytes(answer.number(0));
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
