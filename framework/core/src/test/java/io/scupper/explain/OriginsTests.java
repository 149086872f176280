package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scupper.model.Origin;
import io.scupper.model.ThreadStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginsTests {

    private static final List<String> KEEP = List.of(
            "java.util.HashMap.putVal(HashMap.java:630)",
            "org.springframework.util.Cache.put(Cache.java:7)",
            "com.acme.Orders.keep(Orders.java:31)",
            "com.acme.Main.main(Main.java:9)");

    @Test
    void insertionsAreToldBeforeConstructors() {
        var evidence = evidence(Map.of(
                "insertions of com.acme.Order", List.of(origin(211, KEEP)),
                "instances of com.acme.Order", List.of(origin(211, List.of("com.acme.Json.read(Json.java:2)")))));

        assertThat(Origins.of("heap", "com.acme.Order", evidence))
                .containsExactly(new Origin("inserted", 211, 211, KEEP));
        assertThat(Origins.of("heap", "com.acme.Line", evidence)).isEmpty();
    }

    @Test
    void constructorsAreToldWhereNothingIsInserted() {
        var evidence = evidence(Map.of("instances of com.acme.Order", List.of(origin(211, KEEP))));

        assertThat(Origins.of("heap", "com.acme.Order", evidence))
                .extracting(Origin::what)
                .containsExactly("made");
    }

    @Test
    void whoTakesMessagesIsToldAndNotHowManyStay() {
        var library = List.of("com.rabbitmq.client.impl.ChannelN$3.handleDelivery(ChannelN.java:1)");
        var evidence = evidence(Map.of("deliveries", List.of(origin(0, library), origin(7, KEEP), origin(9, KEEP))));

        assertThat(Origins.of("rabbitmq", "queue 'orders' unacknowledged", evidence))
                .containsExactly(new Origin("taken", 0, 422, KEEP));
    }

    @Test
    void goroutinesTellThemselvesWhoStartedThem() {
        List<ThreadStack> stayed = Stream.of(1L, 2L, 3L)
                .map(id -> new ThreadStack(
                        id,
                        "main.awaitApproval",
                        false,
                        "chan receive",
                        List.of("main.awaitApproval(leaky.go:45)"),
                        List.of("main.startReport(leaky.go:39)")))
                .toList();
        var evidence =
                new Evidence(Map.of(), Map.of(), new Residue(stayed, 3, Map.of()), Optional.empty(), Optional.empty());

        assertThat(Origins.of("goroutines", "main.awaitApproval", evidence))
                .containsExactly(new Origin("started", 3, 0, List.of("main.startReport(leaky.go:39)")));
        assertThat(Origins.of("goroutines", "main.other", evidence)).isEmpty();
    }

    @Test
    void whoseTasksHangIsToldBeforeWhoStartedTheThread() {
        var evidence = evidence(Map.of("threads", List.of(origin(4, KEEP)), "tasks", List.of(origin(50, KEEP))));

        assertThat(Origins.of("threads", "worker-*", evidence))
                .extracting(Origin::what)
                .containsExactly("submitted", "started");
    }

    @Test
    void whatWasSubmittedIsNotToBlameForThreadsWithoutATask() {
        var started = origin(20, List.of("com.acme.Reports.pool(Reports.java:2)"));
        var origins = Map.of("threads", List.of(origin(50, KEEP), started), "tasks", List.of(origin(50, KEEP)));
        String worker = "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)";
        String idle = "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1062)";

        assertThat(Origins.of("threads", "worker-*", evidence(origins, thread(List.of(worker), started))))
                .extracting(Origin::what, Origin::stayed)
                .containsExactly(tuple("submitted", 50L), tuple("started", 20L));
        assertThat(Origins.of("threads", "worker-*", evidence(origins, thread(List.of(idle, worker), started))))
                .extracting(Origin::what, Origin::stayed)
                .containsExactly(tuple("started", 20L));
        assertThat(Origins.of("threads", "other-*", evidence(origins, thread(List.of(idle, worker), started))))
                .as("threads of another group")
                .extracting(Origin::what)
                .containsExactly("submitted", "started", "started");
    }

    @Test
    void virtualThreadsAreToldFromTheirStart() {
        var evidence =
                evidence(Map.of("virtual-threads", List.of(origin(211, KEEP)), "tasks", List.of(origin(9, KEEP))));

        assertThat(Origins.of("tasks", "virtual threads", evidence))
                .extracting(Origin::what, Origin::stayed)
                .containsExactly(tuple("started", 211L));
        assertThat(Origins.of("tasks", "scheduled", evidence))
                .extracting(Origin::what)
                .containsExactly("submitted");
    }

    @Test
    void leasesAreToldByTheLibraryThatHasThem() {
        var evidence = evidence(Map.of(
                "leases:OkHttp", List.of(origin(4, List.of("com.acme.Prices.ask(Prices.java:3)"))),
                "leases:HikariCP", List.of(origin(0, KEEP)),
                "sockets", List.of(origin(9, KEEP))));

        assertThat(Origins.of("leases", "OkHttp leased", evidence))
                .containsExactly(new Origin("leased", 4, 211, List.of("com.acme.Prices.ask(Prices.java:3)")));
    }

    @Test
    void whatHasGoneAndWhatIsFewIsLeftOut() {
        var evidence = evidence(
                Map.of("descriptors", List.of(origin(100, KEEP), origin(9, List.of("a")), origin(0, List.of("b")))));

        assertThat(Origins.of("descriptors", "file", evidence))
                .extracting(Origin::stayed)
                .containsExactly(100L);
    }

    @Test
    void ofFewStacksEachIsToldWithWhatLibrariesDid() {
        String frame = KEEP.get(2);
        var timer = origin(100, List.of("io.netty.util.Timer.start(Timer.java:1)", frame));
        var context = origin(100, List.of("okio.Timeout.enter(Timeout.java:1)", frame));

        assertThat(Origins.of("buffers", "direct", evidence(Map.of("buffers", List.of(timer, context)))))
                .extracting(origin -> origin.frames().get(0))
                .containsExactly("io.netty.util.Timer.start(Timer.java:1)", "okio.Timeout.enter(Timeout.java:1)");
    }

    @Test
    void ofManyStacksTheApplicationsPartIsToldWhereNoneHasMuch() {
        List<Origin> many = IntStream.range(0, 20)
                .mapToObj(i -> new Origin("any", 5, 5, List.of("okio.Segment.of(Segment.java:" + i + ")", KEEP.get(2))))
                .toList();

        assertThat(Origins.of("buffers", "direct", evidence(Map.of("buffers", many))))
                .containsExactly(new Origin("allocated", 100, 100, List.of(KEEP.get(2))));
    }

    @Test
    void classesAreToldFromTheirLoadersIfThoseComeWithTheOperations() {
        var defined = origin(422, KEEP);
        var loaders = origin(22, List.of("com.acme.Plugins.load(Plugins.java:3)"));
        var few = origin(2, List.of("com.acme.Plugins.load(Plugins.java:3)"));

        assertThat(Origins.of(
                        "classes",
                        "loaded",
                        ofARound(Map.of("class-loaders", List.of(loaders), "class-definitions", List.of(defined)))))
                .extracting(Origin::what, Origin::stayed)
                .containsExactly(tuple("made", 22L));
        assertThat(Origins.of(
                        "classes",
                        "loaded",
                        ofARound(Map.of("class-loaders", List.of(few), "class-definitions", List.of(defined)))))
                .extracting(Origin::what, Origin::stayed)
                .containsExactly(tuple("defined", 422L));
    }

    @Test
    void whatIsLostIsToldWhereNothingStayed() {
        var closed = new Origin("any", 0, 0, 211, List.of("a"));
        var evidence =
                evidence(Map.of("descriptors", List.of(closed, lost(211, KEEP)), "sockets", List.of(lost(9, KEEP))));

        assertThat(Origins.of("descriptors", "file", evidence))
                .containsExactly(new Origin("opened", 0, 211, 211, KEEP));
    }

    @Test
    void whatStayedIsToldBeforeWhatWasLost() {
        var evidence = evidence(Map.of("descriptors", List.of(lost(200, List.of("a")), origin(11, KEEP))));

        assertThat(Origins.of("descriptors", "file", evidence))
                .extracting(Origin::frames)
                .containsExactly(KEEP);
    }

    @Test
    void whatTheCollectorClosesIsToldFromWhoLostItThoughSomethingElseStayed() {
        var evidence = evidence(Map.of("descriptors", List.of(origin(11, List.of("a")), lost(200, KEEP))));

        assertThat(Origins.ofLost("descriptors", "file", evidence))
                .containsExactly(new Origin("opened", 0, 200, 211, KEEP));
    }

    @Test
    void aLeaseThatWasLostIsToldBeforeTheConnectionsThatThePoolKeeps() {
        var evidence = evidence(
                Map.of("leases:HikariCP", List.of(lost(4, KEEP)), "sockets", List.of(origin(4, List.of("a")))));

        assertThat(Origins.of("leases", "HikariCP 'orders' leased", evidence))
                .extracting(Origin::what)
                .containsExactly("leased");
        assertThat(Origins.of("sockets", "ESTABLISHED to 10.0.0.1:5432", evidence))
                .extracting(Origin::what)
                .containsExactly("connected");
    }

    @Test
    void whatElseIsCollectedHasGone() {
        var evidence = evidence(Map.of("tasks", List.of(lost(50, KEEP))));

        assertThat(Origins.of("threads", "worker-*", evidence)).isEmpty();
    }

    private static Origin lost(long lost, List<String> frames) {
        return new Origin("any", 0, lost, 211, frames);
    }

    private static Origin origin(long stayed, List<String> frames) {
        return new Origin("any", stayed, 211, frames);
    }

    private static ThreadStack thread(List<String> frames, Origin started) {
        return new ThreadStack(1, "worker-1", false, "WAITING", frames, started.frames());
    }

    private static Evidence ofARound(Map<String, List<Origin>> origins) {
        return new Evidence(
                Map.of(), origins, new Residue(List.of(), 211, Map.of()), Optional.empty(), Optional.empty());
    }

    private static Evidence evidence(Map<String, List<Origin>> origins, ThreadStack stayed) {
        return new Evidence(
                Map.of(), origins, new Residue(List.of(stayed), 211, Map.of()), Optional.empty(), Optional.empty());
    }

    private static Evidence evidence(Map<String, List<Origin>> origins) {
        return new Evidence(Map.of(), origins, Optional.empty());
    }
}
