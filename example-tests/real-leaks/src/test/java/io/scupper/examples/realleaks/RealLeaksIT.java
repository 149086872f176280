package io.scupper.examples.realleaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.culprits.CulpritRow;
import io.scupper.examples.culprits.CulpritTable;
import io.scupper.junit.LeakExperiment;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import io.scupper.model.Finding;
import io.scupper.model.Run;
import io.scupper.model.Verdict;
import io.scupper.report.FailureMessage;
import io.scupper.report.JsonRecord;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The release with the leak is found to leak, and in what it leaks; the release without is clean. No fault is injected: it
 * is the growth of the workload itself that is judged.
 */
class RealLeaksIT {

    /** Of one that is to be run alone. */
    private static final String ONLY = System.getProperty("real-leaks.only", "");

    private static final String TABLE = "Leaks of released libraries";

    private static final Path FOLDER = Path.of("target", "real-leaks");

    private static Libraries libraries;

    @BeforeAll
    static void begin() {
        libraries = new Libraries();
    }

    @AfterAll
    static void end() {
        libraries.close();
    }

    static Stream<RealLeak> leaks() {
        return RealLeaks.ALL.stream().filter(each -> ONLY.isEmpty() || each.id().equals(ONLY));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void leakyReleaseLeaks(RealLeak leak) throws Exception {
        Run run = run(leak, leak.leaky());

        assertThat(run.verdict()).as(() -> told(run)).isEqualTo(Verdict.LEAK);
        assertThat(run.findings())
                .as(() -> told(run))
                .filteredOn(leak::isNamedBy)
                .extracting(Finding::verdict)
                .contains(Verdict.LEAK);
        CulpritTable.of(TABLE).holds(CulpritRow.of(leak.id(), leak.culprit(), told(run)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void fixedReleaseIsClean(RealLeak leak) throws Exception {
        Run run = run(leak, leak.fixed());

        assertThat(run.verdict()).as(() -> told(run)).isEqualTo(Verdict.CLEAN);
    }

    private static Run run(RealLeak leak, String release)
            throws IOException, InterruptedException, DependencyResolutionException {
        Path folder = FOLDER.resolve(leak.id()).resolve(release);
        Path jar = DriverJar.make(leak.driver(), folder, libraries.jars(leak.coordinates(release)));
        try (Sut.Started sut = subject(jar).start(Where.FORKED)) {
            RawClient client = RawClient.of(sut.url());
            Run run = LeakExperiment.on(sut)
                    .named(leak.id() + " " + release)
                    .operations(leak.operations())
                    .within("2s")
                    .explaining(folder.resolve("record.json"))
                    .operation(() -> work(client))
                    .run();
            JsonRecord.write(run, folder.resolve("record.json"));
            return run;
        }
    }

    private static Sut subject(Path jar) {
        return Sut.jar(jar)
                .http(8080)
                .jvmOptions(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsun.net.httpserver.nodelay=true",
                        // The server that a driver calls gives none of its idle connections up.
                        "-Dsun.net.httpserver.idleInterval=600",
                        "-Dsun.net.httpserver.maxIdleConnections=2000");
    }

    private static void work(RawClient client) throws IOException {
        var page = client.fetch(RawRequest.of("GET", "/work"));
        if (page.answer().status() != 200) {
            throw new IOException("The driver answered: " + page.text());
        }
    }

    private static String told(Run run) {
        return FailureMessage.of(run, Path.of("none"));
    }
}
