package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ClassCount;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import io.scupper.spi.AgentLink.Plant;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoServiceTests {

    private int connections;
    private int rate = 1;

    @Test
    void theServiceIsAskedForAnExactProfileWithoutLosingWhatItIsTold() {
        assertThat(GoService.pprof().settings(Map.of()))
                .containsOnly(Map.entry("SCUPPER", "1"), Map.entry("GODEBUG", "memprofilerate=1"));
        assertThat(GoService.pprof().settings(Map.of("GODEBUG", "madvdontneed=1")))
                .containsEntry("GODEBUG", "madvdontneed=1,memprofilerate=1");
        assertThat(GoService.pprof().settings(Map.of("GODEBUG", "memprofilerate=64", "SCUPPER", "")))
                .containsOnly(Map.entry("SCUPPER", ""), Map.entry("GODEBUG", "memprofilerate=64"));
    }

    @Test
    void heapGoroutinesAndPublishedNumbersAreRead() throws IOException {
        try (var served = served();
                AgentLink link = GoService.pprof().counting("orders.pending").connect(served.uri(), ProcessView.NONE)) {
            connections = 2;
            Sample sample = sample(link);

            assertThat(sample.classes()).containsOnly(Map.entry("net/http.(*Server).newConn", new ClassCount(2, 224)));
            assertThat(sample.heap().liveBytes()).isEqualTo(224);
            assertThat(sample.counted())
                    .containsEntry(Resource.count("goroutines", "net/http.(*conn).serve"), 2L)
                    .containsEntry(Resource.count("expvar", "orders.pending"), 7L);
        }
    }

    @Test
    void aSampledProfileTellsTheNumberOfAllObjectsOnly() throws IOException {
        rate = 512 << 10;
        try (var served = served();
                AgentLink link = GoService.pprof().connect(served.uri(), ProcessView.NONE)) {
            Sample sample = sample(link);

            assertThat(sample.classes().keySet())
                    .containsExactly("<objects of all kinds: set runtime.MemProfileRate = 1 to tell them apart>");
            assertThat(sample.classes().values()).containsExactly(new ClassCount(4_610, 731_488));
            assertThat(sample.heap().liveBytes()).isEqualTo(731_488);
        }
    }

    @Test
    void probesThatDoNotShowHeldConnectionsAreBlind() throws IOException {
        try (var served = served();
                AgentLink link = GoService.pprof().connect(served.uri(), ProcessView.NONE)) {
            Sample before = sample(link);
            Plant plant = link.plant(5);
            assertThat(link.blindTo(plant, 5, before, sample(link)))
                    .hasSize(2)
                    .anySatisfy(blind -> assertThat(blind).startsWith("The goroutines probe is blind: 5 connections"))
                    .anySatisfy(blind -> assertThat(blind).startsWith("The heap probe is blind: 5 connections"));

            connections = 5;
            assertThat(link.blindTo(plant, 5, before, sample(link))).isEmpty();
        }
    }

    @Test
    void aServiceWithoutProfilesIsRefusedBeforeAnythingIsSent() throws IOException {
        try (var served = new Served()) {
            assertThatThrownBy(() -> GoService.pprof().connect(served.uri(), ProcessView.NONE))
                    .hasMessageContaining("/debug/pprof/heap?gc=1&debug=1 was answered with status 404")
                    .hasMessageContaining("import it");
        }
    }

    private Served served() throws IOException {
        return new Served()
                .at("/debug/pprof/heap", () -> """
                        heap profile: 1: 1 [1: 1] @ heap/%d
                        %d: %d [9: 9] @ 0x1
                        #	0x4b1	net/http.(*Server).newConn+0x3f5	/usr/lib/go-1.19/src/net/http/server.go:620
                        #	0x4b2	net/http.(*Server).Serve+0x3f4	/usr/lib/go-1.19/src/net/http/server.go:3101

                        # HeapAlloc = 731488
                        # HeapObjects = 4610
                        """.formatted(2 * rate, connections, 112 * connections))
                .at("/debug/pprof/goroutine", () -> """
                        goroutine profile: total 1
                        %d @ 0x439e36
                        #	0x64d666	net/http.(*conn).serve+0x2aa	/usr/lib/go-1.19/src/net/http/server.go:1930
                        """.formatted(connections))
                .at("/debug/vars", () -> "{\"orders.pending\": 7}");
    }

    private static Sample sample(AgentLink link) {
        Snapshot snapshot = link.collect();
        Map<Resource, Long> counts = new HashMap<>();
        link.probes().forEach(probe -> counts.putAll(probe.read(snapshot)));
        return new Sample(Phase.PLANTED, 1, 0, 0, snapshot.heap(), snapshot.classes(), counts, Sample.Rest.QUIET);
    }
}
