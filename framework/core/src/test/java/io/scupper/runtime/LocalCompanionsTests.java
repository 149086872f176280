package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalCompanionsTests {

    private final List<String> diary = new ArrayList<>();

    @Test
    void companionsAreStartedInOrderAndStoppedInReverse() {
        var companions = LocalCompanions.start(List.of(companion("redis"), companion("prices")));
        assertThat(companions.settings())
                .isEqualTo(Map.of("redis.address", "127.0.0.1:4711", "prices.address", "127.0.0.1:4711"));
        assertThat(companions.peers())
                .extracting(Peer::name, peer -> peer.isAt("127.0.0.1", 4_711), peer -> peer.isAt("10.0.0.7", 4_711))
                .containsExactly(tuple("redis", true, false), tuple("prices", true, false));
        companions.close();

        assertThat(diary)
                .containsExactly(
                        "start redis",
                        "started redis 4711",
                        "start prices",
                        "started prices 4711",
                        "stopping prices",
                        "stop prices",
                        "stopping redis",
                        "stop redis");
    }

    @Test
    void oneThatDoesNotStartStopsTheOthers() {
        assertThatThrownBy(() -> LocalCompanions.start(List.of(companion("redis"), companion("fails-to-start"))))
                .hasMessage("fails-to-start");

        assertThat(diary).containsExactly("start redis", "started redis 4711", "stopping redis", "stop redis");
    }

    @Test
    void oneThatDoesNotStopKeepsNobodyFromStopping() {
        var companions = LocalCompanions.start(List.of(companion("redis"), companion("fails-to-stop")));

        assertThatThrownBy(companions::close).hasMessage("fails-to-stop");
        assertThat(diary).endsWith("stopping redis", "stop redis");
    }

    @Test
    void aProxyNeedsTheModuleForIt() {
        List<Companion> proxied = List.of(new RecordingCompanion("redis", true, diary));

        assertThatThrownBy(() -> LocalCompanions.start(proxied))
                .isInstanceOf(ScupperException.class)
                .hasMessage("'redis' is to be reached through a proxy, and there is none:"
                        + " add io.scupper:scupper-proxy to the tests.");
        assertThat(diary).containsExactly("start redis", "stop redis");
    }

    private Companion companion(String name) {
        return new RecordingCompanion(name, false, diary);
    }
}
