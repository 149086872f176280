package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import io.scupper.spi.AgentLink.Plant;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsServiceTests {

    private final AtomicInteger open = new AtomicInteger(12);

    @Test
    void knownAndNamedMetricsAreCounted() throws IOException {
        try (var served = served();
                AgentLink link = MetricsService.at("/metrics")
                        .counting("orders_pending")
                        .connect(served.uri(), ProcessView.NONE)) {
            assertThat(counts(link))
                    .containsOnly(
                            Map.entry(Resource.count("descriptors", "open"), 12L),
                            Map.entry(Resource.count("leases", "HikariCP 'orders' leased"), 3L),
                            Map.entry(Resource.count("metrics", "orders_pending"), 4L));
            assertThat(link.vitals().residentBytes()).isEqualTo(1_048_576);
            assertThat(link.readsTheHeap()).isFalse();
        }
    }

    @Test
    void descriptorsThatDoNotShowHeldConnectionsAreBlind() throws IOException {
        try (var served = served();
                AgentLink link = MetricsService.at("/metrics").connect(served.uri(), ProcessView.NONE)) {
            Sample before = sample(link);
            Plant plant = link.plant(5);
            assertThat(link.blindTo(plant, 5, before, sample(link)))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "The descriptors probe is blind: 5 connections were held open from outside and it shows 0"
                                    + " more.");

            open.addAndGet(5);
            assertThat(link.blindTo(plant, 5, before, sample(link))).isEmpty();
            link.uproot();
        }
    }

    /** Others of the service's may end meanwhile. */
    @Test
    void moreThanHalfOfTheHeldConnectionsMustShow() throws IOException {
        try (var served = served();
                AgentLink link = MetricsService.at("/metrics").connect(served.uri(), ProcessView.NONE)) {
            Sample before = sample(link);
            Plant plant = link.plant(10);

            open.addAndGet(5);
            assertThat(link.blindTo(plant, 10, before, sample(link))).isNotEmpty();
            open.incrementAndGet();
            assertThat(link.blindTo(plant, 10, before, sample(link))).isEmpty();
            link.uproot();
        }
    }

    @Test
    void aServiceThatTellsNoDescriptorsCannotShowThatAnythingIsSeen() throws IOException {
        try (var served = new Served().at("/metrics", () -> "orders_pending 4\n");
                AgentLink link = MetricsService.at("/metrics")
                        .counting("orders_pending")
                        .connect(served.uri(), ProcessView.NONE)) {
            Sample before = sample(link);

            assertThat(link.blindTo(link.plant(5), 5, before, sample(link)))
                    .singleElement()
                    .asString()
                    .contains("process_open_fds", "scupper.planting=off");
        }
    }

    @Test
    void aPathWithoutMetricsIsRefusedBeforeAnythingIsSent() throws IOException {
        try (var served = served()) {
            assertThatThrownBy(() -> MetricsService.at("/prometheus").connect(served.uri(), ProcessView.NONE))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("/prometheus was answered with status 404. Say where");
            assertThatThrownBy(() -> MetricsService.at("/metrics")
                            .counting("orders_waiting")
                            .connect(served.uri(), ProcessView.NONE))
                    .hasMessageContaining("exposes no metric 'orders_waiting'");
        }
    }

    @Test
    void whatNeedsCodeInTheSubjectIsRefusedInASentence() throws IOException {
        try (var served = served();
                AgentLink link = MetricsService.at("/metrics").connect(served.uri(), ProcessView.NONE)) {
            assertThatThrownBy(() -> link.arm("unclosed-response"))
                    .hasMessage(
                            "Fault 'unclosed-response' cannot be armed in it: this subject has no agent and is read by"
                                    + " metrics. Faults from outside work on it: traffic, the wire, and those of dependencies.");
        }
    }

    private Served served() throws IOException {
        return new Served().at("/metrics", () -> """
                hikaricp_connections_active{pool="orders"} 3
                orders_pending 4
                process_resident_memory_bytes 1.048576e+06
                process_open_fds %d
                """.formatted(open.get()));
    }

    private static Map<Resource, Long> counts(AgentLink link) {
        Snapshot snapshot = link.collect();
        Map<Resource, Long> counts = new HashMap<>();
        link.probes().forEach(probe -> counts.putAll(probe.read(snapshot)));
        return counts;
    }

    private static Sample sample(AgentLink link) {
        Snapshot snapshot = link.collect();
        return new Sample(Phase.PLANTED, 1, 0, 0, snapshot.heap(), snapshot.classes(), counts(link), Sample.Rest.QUIET);
    }
}
