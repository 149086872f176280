package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.control.Activation;
import io.scupper.model.ClassCount;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Origin;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Witness;
import io.scupper.model.Witness.Point;
import io.scupper.model.Witness.Subject;
import io.scupper.spi.Weaving;
import io.scupper.witness.Witnesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a witness does not do: keep anything alive, grow without bound, believe a call that a fault has left out. */
class WitnessLimitsIT {

    private static final String LEAKS = "io.scupper.example.subject.Leaks";
    private static final String WIDGET = "io.scupper.example.subject.Widget";
    private static final Witness INSTANCES = Witnesses.instances(WIDGET);
    private static final JoinPoint CLOSE = JoinPoint.of("file", "java.io.FileInputStream", "close", 0);

    private static SubjectProcess subject;
    private RemoteAgent agent;

    @BeforeAll
    static void start() {
        subject = SubjectProcess.start();
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
        subject.tell("forget");
    }

    @Test
    void theNearestFrameIsTheLineThatLeaks() throws IOException {
        agent.witness(List.of(Witnesses.insertions(WIDGET, "")));
        subject.tell("leakWidgets 10");

        String frame = origins("insertions").stream()
                .flatMap(origin -> origin.frames().stream().filter(each -> each.startsWith(LEAKS + ".insert(")))
                .findFirst()
                .orElseThrow();
        List<String> source = Files.readAllLines(Path.of("src/test/java/io/scupper/example/subject/Leaks.java"));
        int line = Integer.parseInt(frame.replaceFirst(".*:(\\d+)\\)", "$1"));
        assertThat(source.get(line - 1)).contains("BY_NUMBER.put(");
    }

    @Test
    void nothingIsKeptAliveAndNothingOfTheJdksGrows() {
        agent.witness(List.of(INSTANCES));
        subject.tell("keepWidgets 5000");
        subject.tell("forget");
        agent.collect();
        Snapshot before = agent.collect();

        subject.tell("keepWidgets 5000");
        Snapshot held = agent.collect();
        subject.tell("forget");
        Snapshot forgotten = agent.collect();

        assertThat(instances(held, WIDGET) - instances(before, WIDGET)).isEqualTo(5_000);
        assertThat(instances(forgotten, WIDGET)).isEqualTo(instances(before, WIDGET));
        held.classes()
                .forEach((name, count) -> assertThat(count.instances() - instances(before, name))
                        .as(name)
                        .isLessThan(name.equals(WIDGET) ? 5_001 : 100));
        assertThat(origins("instances")).singleElement().satisfies(origin -> {
            assertThat(origin.stayed()).isZero();
            assertThat(origin.seen()).isEqualTo(10_000);
        });
    }

    @Test
    void objectsBeyondTheMostAreCountedAndNotFollowed() {
        agent.witness(List.of(INSTANCES));

        subject.tell("keepWidgets 60000");

        assertThat(origins("instances")).singleElement().satisfies(origin -> {
            assertThat(origin.stayed()).isEqualTo(50_000);
            assertThat(origin.seen()).isEqualTo(60_000);
        });
    }

    @Test
    void stacksBeyondTheMostAreTakenTogether() {
        agent.witness(List.of(INSTANCES));

        subject.tell("keepFromManyPlaces 2345");

        assertThat(origins("instances")).hasSize(20);
        Origin most = origins("instances").get(0);
        assertThat(most.frames()).containsExactly("(more stacks than are kept)");
        assertThat(most.seen()).isEqualTo(345);
        assertThat(most.stayed()).isEqualTo(345);
    }

    @Test
    void stacksThatDifferByGeneratedClassesAreOne() {
        agent.witness(List.of(INSTANCES));

        subject.tell("keepThroughProxies 50");

        assertThat(origins("instances")).singleElement().satisfies(origin -> {
            assertThat(origin.stayed()).isEqualTo(50);
            assertThat(origin.frames()).anyMatch(frame -> frame.contains("$Proxy"));
        });
    }

    @Test
    void taskThatSubmitsItselfAgainGoesBackToTheFirst() {
        agent.witness(List.of(INSTANCES, Witnesses.TASKS));

        subject.tell("keepFromTaskAfterTask 50");

        assertThat(origins("instances")).extracting(Origin::stayed).containsExactly(49L, 1L);
        assertThat(origins("instances"))
                .allSatisfy(origin -> assertThat(origin.frames())
                        .anyMatch(frame -> frame.contains(".FromTasks.keepFromTaskAfterTask(")));
    }

    @Test
    void aCloseThatAFaultLeavesOutClosesNothing() {
        agent.weave(new Weaving("f", List.of(CLOSE.calledFrom(LEAKS)), Effect.skip(), Activation.ALWAYS, 100));
        agent.witness(List.of(Witnesses.DESCRIPTORS));
        agent.arm("f");
        subject.tell("leakFiles 10");
        assertThat(stayed("descriptors", "openAndClose")).isEqualTo(10);

        agent.compensate("f");
        subject.tell("leakFiles 10");
        assertThat(stayed("descriptors", "openAndClose")).isEqualTo(10);
    }

    @Test
    void aCloseThatAFaultLeavesOutClosesNothingWhicheverWasWovenFirst() {
        agent.witness(List.of(Witnesses.DESCRIPTORS));
        agent.weave(new Weaving("f", List.of(CLOSE.calledFrom(LEAKS)), Effect.skip(), Activation.ALWAYS, 100));
        agent.arm("f");

        subject.tell("leakFiles 10");

        assertThat(stayed("descriptors", "openAndClose")).isEqualTo(10);
    }

    @Test
    void onlyCallsFromTheCallerOnTheThreadAreSeen() {
        Point made = INSTANCES.comes().get(0);
        agent.witness(List.of(
                made("all", made.joinPoint()),
                made("caller", made.joinPoint().calledFrom(LEAKS)),
                made("other caller", made.joinPoint().calledFrom("com.acme")),
                made("thread", made.joinPoint().onThread("main")),
                made("other thread", made.joinPoint().onThread("worker"))));

        subject.tell("keepWidgets 3");

        assertThat(agent.origins().keySet()).containsExactly("all", "caller", "other caller", "thread", "other thread");
        for (String each : List.of("all", "caller", "thread")) {
            assertThat(origins(each))
                    .as(each)
                    .singleElement()
                    .satisfies(origin -> assertThat(origin.seen()).isEqualTo(3));
        }
        assertThat(origins("other caller")).isEmpty();
        assertThat(origins("other thread")).isEmpty();
    }

    @Test
    void aWitnessIsPassedOverIfItsObjectsCouldNotGo() {
        JoinPoint missing = JoinPoint.of("none", WIDGET, "vanish", 0);
        agent.witness(List.of(
                new Witness("never comes", List.of(new Point(missing, Subject.RECEIVER, "")), List.of()),
                new Witness("never goes", INSTANCES.comes(), List.of(new Point(missing, Subject.RECEIVER, ""))),
                INSTANCES));

        subject.tell("keepWidgets 1");

        assertThat(agent.origins().keySet()).containsExactly("never comes", "instances");
        assertThat(origins("never comes")).isEmpty();
        assertThat(origins("instances")).hasSize(1);
    }

    @Test
    void whatIsOnlyKnownAfterACallCannotGoByIt() {
        Point returned = new Point(CLOSE, Subject.RETURNED, "");

        assertThatThrownBy(() -> agent.witness(List.of(new Witness("w", INSTANCES.comes(), List.of(returned)))))
                .isInstanceOf(ScupperException.class)
                .hasMessage(
                        "The agent could not witness: Something goes by java.io.FileInputStream#close with 0 parameters of"
                                + " witness 'w', but is only known once that has returned; allowed is the receiver of a method or"
                                + " an argument.");
        assertThat(agent.origins()).isEmpty();
    }

    @Test
    void newWitnessesTakeThePlaceOfTheFormerAndEndWithTheRunner() {
        agent.witness(List.of(INSTANCES));
        subject.tell("keepWidgets 1");
        agent.witness(List.of(Witnesses.BUFFERS));
        assertThat(agent.origins().keySet()).containsExactly("buffers");

        agent.close();
        agent = subject.connect();

        assertThat(agent.origins()).isEmpty();
    }

    private static Witness made(String id, JoinPoint at) {
        return new Witness(id, List.of(new Point(at, Subject.RECEIVER, "")), List.of());
    }

    private List<Origin> origins(String witness) {
        return agent.origins().get(witness);
    }

    private long stayed(String witness, String method) {
        return origins(witness).stream()
                .filter(origin -> origin.frames().stream().anyMatch(frame -> frame.startsWith(LEAKS + "." + method)))
                .mapToLong(Origin::stayed)
                .sum();
    }

    private static long instances(Snapshot snapshot, String className) {
        return snapshot.classes().getOrDefault(className, ClassCount.NONE).instances();
    }
}
