package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Streams;
import io.scupper.examples.proofs.subject.Tasks;
import io.scupper.fault.AbandonedTaskType;
import io.scupper.fault.AbandonedTasks.How;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.fault.ReleasePoint;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.spi.Recovery;
import io.scupper.traffic.Abort;
import java.io.IOException;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Abandoned tasks of each kind: those that hang, those whose cancellation is lost, those whose client goes away. */
class AbandonedTasksIT {

    /** Of a round. */
    private static final int OPERATIONS = 23;

    private static final int REQUESTS = 3;

    private static final int VIRTUAL_THREADS_SINCE = 21;

    /** What hangs, and what is not cancelled. */
    @ParameterizedTest
    @EnumSource(names = {"SUBMIT", "CANCEL_FUTURE"})
    void whatIsAbandonedStaysInTheLeakySubjectAloneAndEndsInTheRemediedOne(Abandoned task) throws Exception {
        prove(task);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource
    void soDoesWhatIsAbandonedElsewhere(Abandoned task) throws Exception {
        prove(task);
    }

    static Stream<Abandoned> soDoesWhatIsAbandonedElsewhere() {
        return EnumSet.complementOf(EnumSet.of(Abandoned.SUBMIT, Abandoned.CANCEL_FUTURE)).stream()
                .filter(Abandoned::isOfThisJava);
    }

    static void prove(Abandoned task) throws IOException, InterruptedException {
        String armed;
        String compensated;
        try (var proof = Proof.on(Proof.subject(Tasks.class, task.argument, "leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "2s"));
            assertThatThrownBy(() -> proof.run(3, "1s", task.fault.with(task.filter, "nobody")))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault 'abandoned-task' never fired in 15 operations: it matched 0 times.");
            Run assisted = proof.run(OPERATIONS, "5s", task.fault.with("recovery", Recovery.ASSISTED));
            compensated = Proof.givenBack(assisted);
            Run run = proof.explain(OPERATIONS, "2s", task.fault);
            Proof.assertLeak(run, task.finding);
            Proof.assertNames("abandoned-task " + task.argument, task.culprit, run);
            armed = Proof.found(run, task.finding);
        }
        try (var proof = Proof.on(Proof.subject(Tasks.class, task.argument, "remedied"))) {
            Run run = proof.run(OPERATIONS, "5s", task.fault);
            Proof.assertCleanWhileArmed(run);
            ProofLines.note(task.line(armed, Proof.remedied(run), compensated));
        }
    }

    @Test
    void clientsThatGoAwayAreForgottenByTheRemediedSubjectAlone() throws InterruptedException, IOException {
        proveThatTheyAreForgotten(Abort.Stage.MID_RESPONSE, Abort.Ending.RESET);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"BEFORE_RESPONSE,RESET", "BEFORE_RESPONSE,FIN", "MID_RESPONSE,FIN"})
    void soAreThoseThatGoAwayAtOtherTimes(Abort.Stage stage, Abort.Ending ending)
            throws InterruptedException, IOException {
        proveThatTheyAreForgotten(stage, ending);
    }

    private static void proveThatTheyAreForgotten(Abort.Stage stage, Abort.Ending ending)
            throws InterruptedException, IOException {
        FaultSpec fault = Faults.abandonedTasks(How.CLIENT)
                .with("to", stage == Abort.Stage.BEFORE_RESPONSE ? "GET /work/slow" : "GET /work")
                .with("stage", stage)
                .with("close", ending)
                .with("patience", "30ms");
        try (var proof = Proof.on(Proof.subject(Streams.class, "leaky"))) {
            Run run = proof.explainTrafficOf(REQUESTS, "1s", fault);
            Proof.assertLeak(run, "heap:io.scupper.examples.proofs.subject.Streams$Context");
            Proof.assertNames("abandoned-task client", "Streams.contexts", run);
        }
        try (var proof = Proof.on(Proof.subject(Streams.class, "remedied"))) {
            Proof.assertCleanWhileArmed(proof.runTrafficOf(REQUESTS, "5s", fault));
        }
    }

    /** Where the tasks of the JDK's executors hang and where they are cancelled. */
    enum Abandoned {
        SUBMIT("FutureTask#set", "submit", hanging(), "thread", "threads:worker-*", "Tasks.report"),
        SUPPLY_ASYNC("AsyncSupply#run", "supplyAsync", hanging(), "thread", "threads:worker-*", "Tasks.within"),
        RUN_ASYNC("AsyncRun#run", "runAsync", hanging(), "thread", "threads:worker-*", "Tasks.within"),
        CANCEL(
                "FutureTask#cancel",
                "watch",
                uncancelled().with("every", 5).with("times", 16),
                "caller",
                "threads:worker-*",
                "Tasks.watch"),
        CANCEL_SCHEDULED(
                "ScheduledFutureTask#cancel",
                "schedule",
                uncancelled(),
                "caller",
                "heap:io.scupper.examples.proofs.subject.Tasks$Expiry",
                "Tasks.schedule"),
        CANCEL_FUTURE(
                "CompletableFuture#cancel",
                "confirm",
                uncancelled(),
                "caller",
                "heap:io.scupper.examples.proofs.subject.Tasks$Expiry",
                "Tasks.confirm"),
        FORK_JOIN("ForkJoinTask#doExec", "forkJoin", hanging(), "thread", "threads:worker-*", "Tasks.forkJoin"),
        VIRTUAL("VirtualThread#run", "virtual", hanging(), "thread", "tasks:virtual threads", "Tasks.report");

        final String point;
        final String argument;
        final FaultSpec fault;
        final String filter;
        final String finding;
        final String culprit;

        Abandoned(String point, String argument, FaultSpec fault, String filter, String finding, String culprit) {
            this.point = point;
            this.argument = argument;
            this.fault = fault;
            this.filter = filter;
            this.finding = finding;
            this.culprit = culprit;
        }

        boolean isOfThisJava() {
            return this != VIRTUAL || Runtime.version().feature() >= VIRTUAL_THREADS_SINCE;
        }

        ProofLine line(String armed, String lifted, String compensated) {
            ReleasePoint row = new AbandonedTaskType()
                    .releasePoints().stream()
                            .filter(each -> each.site().endsWith(point))
                            .findFirst()
                            .orElseThrow();
            String java = String.valueOf(Runtime.version().feature());
            return new ProofLine(
                    AbandonedTaskType.ID, row.library().name(), java, java, row.site(), armed, lifted, compensated);
        }

        private static FaultSpec hanging() {
            return Faults.abandonedTasks(How.PARK)
                    .with("thread", "worker-")
                    .with("every", 5)
                    .with("times", 16);
        }

        private static FaultSpec uncancelled() {
            return Faults.abandonedTasks(How.SKIP_CANCEL).with("caller", Tasks.class.getName());
        }
    }
}
