package io.scupper.examples.corpus.run;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.dump.GrowingPaths;
import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.subject.Subject;
import io.scupper.junit.LeakExperiment;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import io.scupper.model.Finding;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The experiment of one cell: no fault is injected, and the growth of the workload itself is judged. The subject runs on
 * the JDK that this runs on.
 */
public final class CellExperiment {

    private static final int ROUNDS = 6;
    private static final String WITHIN = "3s";
    private static final int PORT = 8080;

    private final Cell cell;
    private final boolean contended;
    private final boolean dumps;
    private final Watch watch = new Watch();
    private long loadNanos;

    private CellExperiment(Cell cell, boolean contended, boolean dumps) {
        this.cell = cell;
        this.dumps = dumps;
        this.contended = contended;
    }

    /**
     * Carries it out; one that cannot be is a result too.
     *
     * @param contended whether every core is kept busy meanwhile, for the record
     * @param dumps whether the rules that need heap dumps are asked too, on a subject of their own: a dump in between would
     *     be seen by the samples
     */
    public static Result of(Cell cell, boolean contended, boolean dumps) throws InterruptedException, IOException {
        return new CellExperiment(cell, contended, dumps).result();
    }

    /**
     * Carries it out in this process, whose JVM must have been started with {@link Peer#PATIENCE}, and has a leak explained.
     *
     * @param record a file in the folder that heap dumps are put into
     */
    public static Run explained(Cell cell, Path record) throws InterruptedException, IOException {
        var experiment = new CellExperiment(cell, false, false);
        try (var peer = Peer.start();
                var subject = experiment.sut(peer).start(Where.FORKED)) {
            return experiment
                    .experiment(subject, RawClient.of(subject.url()))
                    .explaining(record)
                    .run();
        }
    }

    private Result result() throws InterruptedException, IOException {
        try (var peer = Peer.start();
                var subject = sut(peer).start(Where.FORKED)) {
            var client = RawClient.of(subject.url());
            return result(experiment(subject, client).run(), dumps ? dumpRules() : Map.of());
        } catch (ScupperException e) {
            return Result.failed(cell, String.valueOf(e.getMessage()), contended);
        }
    }

    private LeakExperiment experiment(Sut.Started subject, RawClient client) {
        return LeakExperiment.on(subject)
                .named(cell.id())
                .operations(cell.operations())
                .rounds(ROUNDS)
                .within(WITHIN)
                .listener(watch)
                .operation(() -> work(client));
    }

    private Sut sut(Peer peer) {
        return Sut.main(Subject.class)
                .arguments(Subject.arguments(cell.kind(), cell.pattern(), cell.percent(), cell.drawSeed())
                        .toArray(String[]::new))
                .http(PORT)
                .setting(Subject.PEER_PORT, Integer.toString(peer.port()))
                .jvmOptions(
                        cell.collector().option(),
                        "-Xmx128m",
                        // A thread that leaks must not be what fills the machine.
                        "-Xss256k",
                        "-Dsun.net.httpserver.nodelay=true");
    }

    private void work(RawClient client) throws IOException {
        long begun = System.nanoTime();
        get(client, "/work");
        loadNanos += System.nanoTime() - begun;
    }

    private static void get(RawClient client, String path) throws IOException {
        var page = client.fetch(RawRequest.of("GET", path));
        if (page.answer().status() != 200) {
            throw new IOException(
                    "The subject answered with %d: %s".formatted(page.answer().status(), page.text()));
        }
    }

    /** A subject that does not last until its fifth dump leaves the rules without an answer, and the verdict as it is. */
    private Map<String, Boolean> dumpRules() {
        try (var peer = Peer.start();
                var subject = sut(peer).start(Where.FORKED)) {
            var client = RawClient.of(subject.url());
            return Map.of(GrowingPaths.RULE, GrowingPaths.in(new GrowingPaths.Scenario() {
                @Override
                public void round() throws IOException {
                    for (int i = 0; i < cell.operations(); i++) {
                        get(client, "/work");
                    }
                }

                @Override
                public void dump(Path file) throws IOException {
                    get(client, "/dump?" + file);
                }
            }));
        } catch (IOException | ScupperException e) {
            return Map.of();
        }
    }

    private Result result(Run run, Map<String, Boolean> dumpRules) {
        List<Result.Note> notes = run.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.RETURNED)
                .map(finding -> new Result.Note(
                        finding.name(),
                        finding.kind().name(),
                        Outcome.valueOf(finding.verdict().name()),
                        finding.reason()))
                .toList();
        return new Result(
                cell.id(),
                cell,
                Outcome.valueOf(run.verdict().name()),
                notes,
                run.reasons(),
                "",
                run.took().toMillis() / 1e3,
                loadNanos / 1e9,
                contended,
                watch.series(),
                dumpRules);
    }
}
