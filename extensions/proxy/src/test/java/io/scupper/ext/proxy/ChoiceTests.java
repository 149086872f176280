package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.control.Activation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which connections an activation chooses: those that are there in their order, and then each as it comes. */
class ChoiceTests {

    private static final int CONNECTIONS = 20;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private Stage stage;
    private final List<Upstream.Pair> pairs = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        stage = new Stage();
        pairs.add(stage.pair);
    }

    @AfterEach
    void close() throws IOException {
        for (var pair : pairs) {
            pair.close();
        }
        stage.close();
    }

    @Test
    void aSeedChoosesTheSameConnectionsWhetherTheyAreThereOrCome() throws Exception {
        var half = new Activation(0.5, 1, 0, NO_LIMIT, 7);
        connect(CONNECTIONS / 2);

        var hole = stage.disturbSome("black-hole", Map.of(), half);
        connect(CONNECTIONS);

        List<Integer> chosen =
                IntStream.range(0, CONNECTIONS).filter(half::chooses).boxed().toList();
        assertThat(chosen).hasSizeBetween(2, CONNECTIONS - 2);
        assertThat(swallowed()).isEqualTo(chosen);
        var effects = hole.effects();
        assertThat(effects.connections()).isEqualTo(CONNECTIONS);
        assertThat(effects.taken()).isEqualTo(chosen.size());
        assertThat(effects.fired()).isEqualTo(chosen.size());
        assertThat(effects.discarded()).isEqualTo(chosen.size());
    }

    @Test
    void afterEveryAndTimesCountConnections() throws Exception {
        connect(3);
        stage.disturbSome("black-hole", Map.of(), new Activation(1, 2, 4, 2, 0));
        connect(12);

        assertThat(swallowed()).containsExactly(5, 7);
    }

    @Test
    void twoOnTheSameWireChooseEachByItself() throws Exception {
        connect(4);
        stage.disturbSome("black-hole", Map.of(), new Activation(1, 1, 3, NO_LIMIT, 0));
        var stall = stage.disturbSome("stall", Map.of(), new Activation(1, 1, 0, 1, 0));

        pairs.get(0).server().getOutputStream().write(1);
        await().until(() -> stall.effects().held() == 1);
        pairs.remove(0).close();
        assertThat(swallowed()).containsExactly(2);
    }

    private void connect(int upTo) throws Exception {
        while (pairs.size() < upTo) {
            pairs.add(stage.upstream.connect(stage.proxy.port()));
        }
    }

    /** Sends a byte on each connection and returns the indexes of those on which it was lost. */
    private List<Integer> swallowed() throws IOException {
        long discarded = stage.proxy.traffic().discarded();
        for (var pair : pairs) {
            pair.server().getOutputStream().write(5);
        }
        await().until(() -> stage.proxy.traffic().discarded()
                        - discarded
                        + stage.proxy.traffic().toSubject()
                >= pairs.size() + 1);
        var lost = new ArrayList<Integer>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!arrived(pairs.get(i))) {
                lost.add(i);
            }
        }
        return lost;
    }

    private static boolean arrived(Upstream.Pair pair) throws IOException {
        pair.subject().setSoTimeout(100);
        try {
            return pair.subject().getInputStream().read() == 5;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }
}
