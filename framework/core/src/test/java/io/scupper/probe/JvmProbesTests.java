package io.scupper.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Snapshot.PoolState;
import io.scupper.spi.Probe;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmProbesTests {

    @Test
    void thereIsOneProbeForEachKindOfResource() {
        assertThat(JvmProbes.all())
                .extracting(Probe::name)
                .containsExactly(
                        "threads",
                        "sockets",
                        "descriptors",
                        "leases",
                        "tasks",
                        "buffers",
                        "classes",
                        "delete-on-exit",
                        "thread-locals");
    }

    @Test
    void descriptorsAreCountedByKind() {
        var snapshot = Snapshots.descriptors(Map.of("file", 31L, "socket", 7L));

        assertThat(Snapshots.read(new DescriptorsProbe(), snapshot))
                .isEqualTo(Map.of("descriptors:file", 31L, "descriptors:socket", 7L));
    }

    @Test
    void leasesAreCountedByPoolAndIdleIsNot() {
        var snapshot = Snapshots.pools(
                new PoolState("HikariCP", "orders", 3, 7, 2), new PoolState("Apache HttpClient 5", "", 1, 4, 0));

        assertThat(Snapshots.read(new PoolsProbe(), snapshot))
                .isEqualTo(Map.of(
                        "leases:HikariCP 'orders' leased", 3L,
                        "leases:HikariCP 'orders' pending", 2L,
                        "leases:Apache HttpClient 5 leased", 1L,
                        "leases:Apache HttpClient 5 pending", 0L));
    }

    @Test
    void poolsOfTheSameNameAreCountedTogether() {
        var snapshot = Snapshots.pools(
                new PoolState("Apache HttpClient 5", "", 1, 0, 0), new PoolState("Apache HttpClient 5", "", 4, 0, 1));

        assertThat(Snapshots.read(new PoolsProbe(), snapshot))
                .isEqualTo(Map.of("leases:Apache HttpClient 5 leased", 5L, "leases:Apache HttpClient 5 pending", 1L));
    }
}
