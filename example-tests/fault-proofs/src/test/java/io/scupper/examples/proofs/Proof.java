package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.culprits.CulpritRow;
import io.scupper.examples.culprits.CulpritTable;
import io.scupper.examples.proofs.subject.Tasks;
import io.scupper.fault.FaultSpec;
import io.scupper.junit.LeakExperiment;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.Verdict;
import io.scupper.report.FailureMessage;
import io.scupper.spi.RunListener;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A subject in a JVM or container of its own, and the experiments on it. */
final class Proof implements AutoCloseable {

    /** The heading of their culprits. */
    static final String TABLE = "The proofs of the faults";

    private static final String WORK = "/work";
    private static final String SUBJECTS = Tasks.class.getPackageName();

    /** Dumps are named after it; other proofs run at the same time. */
    private final Path record = Path.of("target", "proofs", UUID.randomUUID() + ".json");

    private final Sut.Started sut;
    private final RawClient client;
    private volatile boolean armed;

    private Proof(Sut sut, Where where) {
        this.sut = sut.start(where);
        this.client = RawClient.of(this.sut.url());
    }

    /** Starts a subject. */
    static Proof on(Sut sut) {
        return on(sut, Where.FORKED);
    }

    /** Starts a subject there. */
    static Proof on(Sut sut, Where where) {
        return new Proof(sut.http(8080), where);
    }

    /** Describes a subject that is told in its arguments what to be. */
    static Sut subject(Class<?> main, String... arguments) {
        return Sut.main(main)
                .arguments(arguments)
                .jvmOptions(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dsun.net.httpserver.idleInterval=600");
    }

    /** Runs an experiment whose operation is a request for the subject's work. */
    Run run(int operations, String within, FaultSpec... faults) throws InterruptedException {
        return experiment(operations, within, faults).operation(this::work).run();
    }

    /** As {@link #run}, and leaves it to the collector to close files and sockets. */
    Run runAcceptingCollected(int operations, String within) throws InterruptedException {
        return experiment(operations, within)
                .acceptCollected(true)
                .operation(this::work)
                .run();
    }

    /** As {@link #run} without a fault, and has a leak explained. */
    Run runExplained(int operations, String within, Path dumps) throws InterruptedException {
        return experiment(operations, within)
                .explaining(dumps)
                .operation(this::work)
                .run();
    }

    /** Runs an experiment whose faults bring their own traffic. */
    Run runTrafficOf(int operations, String within, FaultSpec fault) throws InterruptedException {
        return experiment(operations, within, fault).run();
    }

    /** As {@link #run}, and has a leak explained. */
    Run explain(int operations, String within, FaultSpec... faults) throws InterruptedException {
        return experiment(operations, within, faults)
                .explaining(record)
                .operation(this::work)
                .run();
    }

    /** As {@link #runTrafficOf}, and has a leak explained. */
    Run explainTrafficOf(int operations, String within, FaultSpec fault) throws InterruptedException {
        return experiment(operations, within, fault).explaining(record).run();
    }

    private LeakExperiment experiment(int operations, String within, FaultSpec... faults) {
        var experiment = LeakExperiment.on(sut)
                .named("proof")
                .operations(operations)
                .controlRounds(1)
                .within(within)
                .listener(new RunListener() {
                    @Override
                    public void roundStarted(Phase phase, int round, long operations) {
                        armed = phase.isArmed();
                    }
                });
        for (FaultSpec fault : faults) {
            experiment.inject(fault);
        }
        return experiment;
    }

    private void work() throws IOException {
        int status = client.send(RawRequest.of("GET", WORK)).status();
        if (status != 200 && !armed) {
            throw new IOException("The subject answered with " + status + " while nothing was wrong.");
        }
    }

    /** Asserts that the run found a leak, in what is named, and says so. */
    static void assertLeak(Run run, String finding) {
        assertLeakOfTheWorkload(run, finding);
        var fault = run.faults().get(0);
        assertThat(told(run))
                .startsWith("LEAK in proof: ")
                .contains("fired %d of %d times".formatted(fault.fired(), fault.matched()));
    }

    /** Asserts that the run found a leak, in what is named, whether a fault fired or none was given. */
    static void assertLeakOfTheWorkload(Run run, String finding) {
        assertThat(run.verdict()).as(() -> told(run)).isEqualTo(Verdict.LEAK);
        assertThat(run.findings()).as(() -> told(run)).anySatisfy(each -> {
            assertThat(each.name()).startsWith(finding);
            assertThat(each.verdict()).isEqualTo(Verdict.LEAK);
        });
    }

    /**
     * Asserts that the message names the member of the subject that took what a fault then withheld, or that keeps it, and that the
     * table of culprits says so.
     *
     * @param example its name in the table
     * @param culprit class and member, without the package of the subjects
     */
    static void assertNames(String example, String culprit, Run run) throws IOException {
        String truth = SUBJECTS + "." + culprit;
        assertThat(assertShows(example, culprit, run).named())
                .as(() -> told(run))
                .isEqualTo(truth);
    }

    /** Asserts that the table of culprits says where the message shows the member at fault, be it named or not. */
    static CulpritRow assertShows(String example, String culprit, Run run) throws IOException {
        var row = CulpritRow.of(example, SUBJECTS + "." + culprit, told(run));
        CulpritTable.of(TABLE).holds(row);
        return row;
    }

    /** Asserts that the run found nothing, though the fault fired. */
    static void assertCleanWhileArmed(Run run) {
        assertThat(run.verdict()).as(() -> told(run)).isEqualTo(Verdict.CLEAN);
        assertThat(run.faults()).allSatisfy(fault -> assertThat(fault.fired()).isPositive());
    }

    /** Asserts that the run found nothing. */
    static void assertClean(Run run) {
        assertThat(run.verdict()).as(() -> told(run)).isEqualTo(Verdict.CLEAN);
    }

    /** Says what was found, for the page of the faults. */
    static String found(Run run, String finding) {
        var fault = run.faults().get(0);
        String name = run.findings().stream()
                .filter(each -> each.verdict() == Verdict.LEAK && each.name().startsWith(finding))
                .map(Finding::name)
                .findFirst()
                .orElseThrow();
        return "LEAK of `%s`, fired %d of %d times".formatted(name, fault.fired(), fault.matched());
    }

    /** Says that nothing stayed once everything was given back, and that nothing was lost. */
    static String givenBack(Run run) {
        assertCleanWhileArmed(run);
        assertThat(run.faults()).extracting(FaultRecord::note).containsExactly("");
        return "CLEAN, fired %d times".formatted(run.faults().get(0).fired());
    }

    /** Says that nothing stayed in a subject with the remedy. */
    static String remedied(Run run) {
        return "CLEAN in a subject with the remedy, fired %d times"
                .formatted(run.faults().get(0).fired());
    }

    private static String told(Run run) {
        return FailureMessage.of(run, Path.of("none"));
    }

    @Override
    public void close() {
        sut.close();
    }
}
