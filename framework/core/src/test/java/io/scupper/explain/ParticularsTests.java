package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.Snapshot.PoolState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticularsTests {

    private final Particulars particulars = new Particulars(
            pools(
                    new PoolState("HikariCP", "orders", 10, 0, 3, 10),
                    new PoolState("OkHttp", "", 4, 1, 0),
                    new PoolState("OkHttp", "", 2, 0, 0)),
            new Residue(List.of(), 211, Map.of("sockets:ESTABLISHED to redis", List.of("redis is reached at home"))));

    @Test
    void leaseIsToldWithTheNumbersOfItsPool() {
        assertThat(particulars.of("leases:HikariCP 'orders' leased", "leases", "HikariCP 'orders' leased"))
                .containsExactly("the pool: 10 out of at most 10, 0 idle, 3 waited for");
        assertThat(particulars.of("leases:OkHttp leased", "leases", "OkHttp leased"))
                .containsExactly("2 pools together: 6 out, 1 idle, 0 waited for");
        assertThat(particulars.of("leases:DBCP leased", "leases", "DBCP leased"))
                .isEmpty();
    }

    @Test
    void socketWhosePeerHasGoneIsAnUnclosedResponse() {
        assertThat(particulars.of("sockets:CLOSE_WAIT to prices", "sockets", "CLOSE_WAIT to prices"))
                .containsExactly(
                        "an unclosed response or connection: its peer has gone, and this side has not closed it");
        assertThat(particulars.of("sockets:ESTABLISHED to redis", "sockets", "ESTABLISHED to redis"))
                .containsExactly("redis is reached at home");
    }

    @Test
    void socketThatIsCountedByItsAddressIsToldWithWhoUsuallyHasThePort() {
        assertThat(particulars.of("sockets:", "sockets", "ESTABLISHED to 10.0.0.7:5432"))
                .containsExactly("5432 is the port that PostgreSQL usually has");
        assertThat(particulars.of("sockets:", "sockets", "CLOSE_WAIT to 0:0:0:0:0:0:0:1:6379"))
                .containsExactly(
                        "an unclosed response or connection: its peer has gone, and this side has not closed it",
                        "6379 is the port that Redis usually has");
        assertThat(particulars.of("sockets:", "sockets", "ESTABLISHED to 10.0.0.7:15432"))
                .isEmpty();
        assertThat(particulars.of("sockets:", "sockets", "ESTABLISHED from clients of :6379"))
                .isEmpty();
    }

    private static Snapshot pools(PoolState... pools) {
        return new Snapshot(
                new Sample.Heap(0, 0, 0, 0),
                0,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(pools),
                Map.of(),
                Map.of());
    }
}
