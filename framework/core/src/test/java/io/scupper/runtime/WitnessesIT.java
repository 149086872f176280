package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.scupper.model.Origin;
import io.scupper.model.ThreadStack;
import io.scupper.model.Witness;
import io.scupper.witness.Witnesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of the table of witnesses in each JDK that {@link AgentOnOtherJdksIT} knows: of what came from a method of
 * the subject's, exactly as much has stayed as was leaked there.
 */
class WitnessesIT {

    private static final String LEAKS = "io.scupper.example.subject.Leaks.";
    private static final String TASKS = "io.scupper.example.subject.FromTasks.";
    private static final String WIDGET = "io.scupper.example.subject.Widget";

    private static final Map<Path, SubjectProcess> SUBJECTS = new HashMap<>();
    private final List<RemoteAgent> agents = new ArrayList<>();

    static List<Path> homes() {
        return List.copyOf(SUBJECTS.keySet());
    }

    @BeforeAll
    static void start() throws IOException {
        AgentOnOtherJdksIT.homes()
                .forEach(home -> SUBJECTS.put(home, SubjectProcess.start(home, AgentOptions.DEFAULT_LEASE)));
    }

    @AfterEach
    void disconnect() {
        agents.forEach(RemoteAgent::close);
        SUBJECTS.values().forEach(subject -> subject.tell("forget"));
    }

    @AfterAll
    static void end() {
        SUBJECTS.values().forEach(SubjectProcess::close);
        SUBJECTS.clear();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void threadsThatHaveNotEndedAreToldFromTheirStart(Path home) {
        assertThat(origins(home, Witnesses.THREADS, "leakThreads 50"))
                .containsOnly(entry("startParked", new Count(50, 50)), entry("startBrief", new Count(0, 51)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void liveThreadsAreToldWithTheirWholeStacksAndThoseThatStartedThem(Path home) {
        RemoteAgent agent = witness(home, Witnesses.THREADS);
        tell(home, "leakThreads 50");

        assertThat(agent.threads())
                .filteredOn(thread -> thread.name().equals("parked for ever")
                        && !thread.started().isEmpty())
                .hasSize(50)
                .allSatisfy(thread -> {
                    assertThat(thread.isVirtual()).isFalse();
                    assertThat(thread.state()).isEqualTo("WAITING");
                    assertThat(thread.frames().get(0)).startsWith("jdk.internal.misc.Unsafe.park(");
                    assertThat(thread.frames()).anyMatch(frame -> frame.startsWith(LEAKS + "parkForEver("));
                    assertThat(thread.frames().get(thread.frames().size() - 1)).startsWith("java.lang.Thread.run(");
                    assertThat(thread.started().get(0)).startsWith("java.lang.Thread.start(");
                    assertThat(thread.started()).anyMatch(frame -> frame.startsWith(LEAKS + "startParked("));
                })
                .extracting(ThreadStack::id)
                .doesNotHaveDuplicates();
        assertThat(agent.threads()).extracting(ThreadStack::name).noneMatch(name -> name.startsWith("scupper-"));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void tasksThatHangAreToldFromTheirSubmission(Path home) {
        assertThat(origins(home, Witnesses.TASKS, "leakTasks 50"))
                .containsOnly(entry("submitHanging", new Count(50, 50)), entry("submitBrief", new Count(0, 51)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void tasksThatWaitForTheirTimeAreToldThoughTheyAreCancelledOrHaveRunOnce(Path home) {
        assertThat(origins(home, Witnesses.SCHEDULED_TASKS, "leakTimers 20"))
                .containsOnly(
                        entry("schedule", new Count(20, 20)),
                        entry("scheduleAndCancel", new Count(20, 20)),
                        entry("repeat", new Count(20, 20)),
                        entry("scheduleAndRemove", new Count(0, 20)),
                        entry("scheduleAndEnd", new Count(0, 20)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void filesThatAreNotClosedAreToldFromTheirOpening(Path home) {
        assertThat(origins(home, Witnesses.DESCRIPTORS, "leakFiles 30"))
                .containsOnly(
                        entry("openStream", new Count(30, 30)),
                        entry("openChannel", new Count(30, 30)),
                        entry("openAsynchronously", new Count(30, 30)),
                        entry("openFolder", new Count(30, 30)),
                        entry("openAndClose", new Count(0, 120)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void filesThatAreCollectedUnclosedAreLostAndToldFromTheirOpening(Path home) {
        RemoteAgent agent = witness(home, Witnesses.DESCRIPTORS);
        tell(home, "loseFiles 30");
        agent.collect();

        assertThat(agent.origins().get("descriptors"))
                .filteredOn(origin -> origin.frames().stream().anyMatch(frame -> frame.startsWith(LEAKS + "loseFiles")))
                .hasSize(4)
                .allSatisfy(origin -> {
                    assertThat(origin.stayed()).isZero();
                    assertThat(origin.lost()).isEqualTo(30);
                    assertThat(origin.seen()).isEqualTo(30);
                });
    }

    @ParameterizedTest
    @MethodSource("homes")
    void namesToBeDeletedOnExitAreToldFromWhereTheyAreGiven(Path home) {
        assertThat(origins(home, Witnesses.DELETE_ON_EXIT, "leakNames 30"))
                .containsOnly(entry("register", new Count(30, 30)), entry("registerAgain", new Count(0, 30)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void connectionsThatAreNotClosedAreToldFromBothEnds(Path home) {
        assertThat(origins(home, Witnesses.SOCKETS, "leakSockets 30"))
                .containsOnly(entry("connect", new Count(60, 120)), entry("accept", new Count(60, 120)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void elementsThatAreStillThereAreToldFromTheirInsertion(Path home) {
        var witness = Witnesses.insertions(WIDGET, "io.scupper.example");

        assertThat(origins(home, witness, "leakWidgets 211"))
                .containsOnly(entry("insert", new Count(105, 211)), entry("insertElsewhere", new Count(0, 211)));
        assertThat(origins(home, witness, "forget")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void collectionsOfTheJdkAreSeenToTakeEachElementInOnce(Path home) {
        assertThat(collections(home, "maps 7"))
                .containsOnly(
                        entry("HashMap", new Count(28, 28)),
                        entry("Hashtable", new Count(28, 28)),
                        entry("concurrent.ConcurrentHashMap", new Count(28, 28)));
        assertThat(collections(home, "sortedMaps 7"))
                .containsOnly(
                        entry("TreeMap", new Count(28, 28)),
                        entry("concurrent.ConcurrentSkipListMap", new Count(28, 28)),
                        entry("WeakHashMap", new Count(7, 7)),
                        entry("IdentityHashMap", new Count(7, 7)),
                        // One after the other in the one place of a thread.
                        entry("ThreadLocal", new Count(1, 7)));
        assertThat(collections(home, "listsAndQueues 7"))
                .hasSize(13)
                .containsKeys("ArrayList", "LinkedList", "Vector", "concurrent.CopyOnWriteArrayList")
                .allSatisfy((type, count) -> assertThat(count).as(type).isEqualTo(new Count(7, 7)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void instancesAreToldFromTheirConstructionAndNotFromWithin(Path home) {
        RemoteAgent agent = witness(home, Witnesses.instances(WIDGET));
        tell(home, "leakWidgets 20");

        Origin first = agent.origins().get("instances").get(0);
        assertThat(first.frames().get(0)).startsWith(LEAKS + "insert");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void buffersAndClassLoadersAreToldFromWhereTheyAreMade(Path home) {
        assertThat(origins(home, Witnesses.BUFFERS, "leakBuffers 30"))
                .containsOnly(entry("makeBuffer", new Count(30, 30)));
        assertThat(origins(home, Witnesses.CLASS_LOADERS, "leakLoaders 30"))
                .containsOnly(entry("makeLoader", new Count(30, 30)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void classesAreToldFromWhereTheyAreDefined(Path home) {
        assertThat(origins(home, Witnesses.CLASS_DEFINITIONS, "leakClasses 30"))
                .containsOnly(entry("defineHidden", new Count(30, 30)), entry("defineGenerated", new Count(30, 30)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void whatComesInATaskIsToldWithWhoeverSubmittedThat(Path home) {
        RemoteAgent agent = witness(home, Witnesses.instances(WIDGET), Witnesses.TASKS);
        tell(home, "keepFromTasks 50");

        assertThat(agent.origins().get("instances"))
                .hasSize(2)
                .allSatisfy(origin -> assertThat(origin.stayed()).isEqualTo(50))
                .extracting(origin -> ofTasks(origin.frames()))
                .containsExactlyInAnyOrder(
                        List.of("task of submitToKeep", "(submitted)", "submitToKeep", "keepFromTasks", "carryOut"),
                        List.of(
                                "task of submitToKeep",
                                "(submitted)",
                                "submitToKeep",
                                "task of keepFromTasks",
                                "(submitted)",
                                "keepFromTasks",
                                "carryOut"));
    }

    private static List<String> ofTasks(List<String> frames) {
        return frames.stream()
                .filter(frame -> frame.startsWith(TASKS) || frame.startsWith(LEAKS) || frame.startsWith("("))
                .map(frame -> frame.replace(TASKS, "")
                        .replace(LEAKS, "")
                        .replace("(a task, submitted by)", "(submitted)")
                        .replaceFirst("\\((FromTasks|Leaks).*", "")
                        .replaceFirst("lambda\\$(\\w+)\\$\\d+", "task of $1"))
                .toList();
    }

    /** By the nearest method of the subject's that leaks: how many came from there and how many of them have stayed. */
    private Map<String, Count> origins(Path home, Witness witness, String operation) {
        RemoteAgent agent = witness(home, witness);
        tell(home, operation);
        agent.collect();
        var counts = new HashMap<String, Count>();
        for (Origin each : agent.origins().get(witness.id())) {
            assertThat(each.what()).isEqualTo(witness.id());
            each.frames().stream()
                    .filter(frame -> frame.startsWith(LEAKS))
                    .findFirst()
                    .ifPresent(frame -> {
                        String method = frame.substring(LEAKS.length(), frame.indexOf('('));
                        counts.merge(method, new Count(each.stayed(), each.seen()), Count::plus);
                    });
        }
        return counts;
    }

    /** By the collection whose method stands on top. */
    private Map<String, Count> collections(Path home, String operation) {
        RemoteAgent agent = witness(home, Witnesses.insertions(WIDGET, ""));
        tell(home, operation);
        agent.collect();
        var counts = new TreeMap<String, Count>();
        for (Origin each : agent.origins().get("insertions")) {
            String method = each.frames().get(0).replaceFirst("\\(.*", "");
            String type = method.substring(0, method.lastIndexOf('.')).replaceFirst("java\\.(util|lang)\\.", "");
            counts.merge(type, new Count(each.stayed(), each.seen()), Count::plus);
        }
        return counts;
    }

    private RemoteAgent witness(Path home, Witness... witnesses) {
        agents.forEach(RemoteAgent::close);
        agents.clear();
        RemoteAgent agent = SUBJECTS.get(home).connect();
        agents.add(agent);
        agent.witness(List.of(witnesses));
        return agent;
    }

    private static void tell(Path home, String operation) {
        assertThat(SUBJECTS.get(home).tell(operation)).doesNotStartWith("failed");
    }

    private record Count(long stayed, long seen) {

        Count plus(Count other) {
            return new Count(stayed + other.stayed, seen + other.seen);
        }
    }
}
