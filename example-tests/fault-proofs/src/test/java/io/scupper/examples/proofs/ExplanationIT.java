package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.Database;
import io.scupper.examples.proofs.subject.Waiting;
import io.scupper.ext.redis.RedisServer;
import io.scupper.model.Origin;
import io.scupper.model.Run;
import io.scupper.model.Suspect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** What is said of counted resources that leak: what waits for what, where, and who brought it forth. */
class ExplanationIT {

    private static final String SUBJECT = Waiting.class.getName() + ".";

    /** Of a round; few, for each of them leaves a thread in each of a dozen rounds. */
    private static final int OPERATIONS = 23;

    @TempDir
    Path dumps;

    @Test
    void threadsAreToldByWhatTheyWaitForWhoStartedThemAndWhoseTasksTheyRun() throws InterruptedException {
        Suspect suspect = suspect("threads:report-*", "tasks");

        assertThat(suspect.evidence().get(0))
                .startsWith("23 of them are parked in CountDownLatch.await, called by " + SUBJECT
                        + "awaitNobody(Waiting.java:");
        assertThat(suspect.evidence()).contains("one for each operation: 23 of 23 operations left one");
        assertThat(suspect.origins()).extracting(Origin::what).containsExactly("submitted", "started");
        assertThat(suspect.origins())
                .allSatisfy(origin -> assertThat(origin.frames())
                        .anySatisfy(frame -> assertThat(frame).startsWith(SUBJECT + "submit(")));
        assertThat(suspect.culprit()).contains(SUBJECT + "submit");
    }

    @Test
    @Tag("long")
    void threadsOfPoolsThatAreIdleAreBlamedOnWhoMadeThePool() throws InterruptedException {
        Suspect suspect = suspect("threads:idle-*", "idle-pools");

        assertThat(suspect.evidence())
                .contains(
                        "23 of them are parked in LinkedBlockingQueue.take",
                        "one for each operation: 23 of 23 operations left one");
        assertThat(suspect.origins()).extracting(Origin::what).containsExactly("started");
        assertThat(suspect.culprit()).contains(SUBJECT + "idlePool");
        assertThat(suspect.advice()).startsWith("Shut the executor down");
    }

    /** A test that is skipped fails {@code ci/test}: this one runs with the long ones, where the build's JDK has virtual threads. */
    @Test
    @Tag("long")
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsAreToldByTheirStacks() throws InterruptedException {
        Suspect suspect = suspect("tasks:virtual threads", "virtual");

        assertThat(suspect.evidence().get(0))
                .startsWith("23 of them are parked in CountDownLatch.await, called by " + SUBJECT
                        + "awaitNobody(Waiting.java:");
        assertThat(suspect.evidence()).contains("one for each operation: 23 of 23 operations left one");
        assertThat(suspect.origins()).extracting(Origin::what).containsExactly("started");
        assertThat(suspect.culprit()).contains(SUBJECT + "virtualThread");
    }

    @Test
    @Tag("long")
    void leasesAreToldWithTheNumbersOfTheirPoolAndWhoTookThem() throws InterruptedException {
        Suspect suspect;
        try (var proof = Proof.on(Proof.subject(Database.class, "leaky"))) {
            suspect = named("leases:HikariCP 'orders' leased", leak(proof, 31).suspects());
        }

        assertThat(suspect.evidence().get(0)).matches("the pool: \\d+ out of at most 100, \\d+ idle, 0 waited for");
        assertThat(suspect.origins()).extracting(Origin::what).containsExactly("leased");
    }

    @Test
    void clientsOfRedisAreToldByTheirNamesOnBothEnds() throws InterruptedException {
        List<Suspect> suspects;
        try (var proof = Proof.on(Proof.subject(Waiting.class, "subscribers").with(RedisServer.create()))) {
            suspects = leak(proof).suspects();
        }

        Suspect client = named("redis:clients 'prices-*'", suspects);
        assertThat(client.evidence())
                .anyMatch(line -> line.matches("\\d+ subscriber 'prices-\\*': omem 0 B, obl 0 B, qbuf 0 B"));
        assertThat(client.evidence())
                .contains(
                        "limit of what may wait for one: 32 MiB hard, 8 MiB for 60 s (client-output-buffer-limit pubsub)");
        Suspect socket = named("sockets:ESTABLISHED to redis", suspects);
        assertThat(socket.evidence()).anyMatch(line -> line.matches("redis is reached at 127\\.0\\.0\\.1:\\d+"));
        assertThat(socket.culprit()).contains(SUBJECT + "subscriber");
    }

    private Suspect suspect(String finding, String... arguments) throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(Waiting.class, arguments))) {
            return named(finding, leak(proof).suspects());
        }
    }

    private Run leak(Proof proof) throws InterruptedException {
        return leak(proof, OPERATIONS);
    }

    private Run leak(Proof proof, int operations) throws InterruptedException {
        Run run = proof.runExplained(operations, "1s", dumps.resolve("explained.json"));
        assertThat(run.reasons()).as("what could not be looked at").isEmpty();
        return run;
    }

    private static Suspect named(String finding, List<Suspect> suspects) {
        assertThat(suspects).extracting(Suspect::finding).contains(finding);
        return suspects.stream()
                .filter(suspect -> suspect.finding().equals(finding))
                .findFirst()
                .orElseThrow();
    }
}
