package io.scupper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedByCollectorTests {

    private static final Resource FILES = Resource.count("descriptors", "file");
    private static final Resource THREADS = Resource.count("threads", "worker-*");

    private final ClosedByCollector closed = new ClosedByCollector(files(211), 7);

    @Test
    void whatTheSamplesOwnCollectionClosesIsToldWhole() {
        assertThat(closed.until(files(4))).isEqualTo(files(207));
    }

    @Test
    void whatGoesDownFromRestAsTheJvmCollectsWasClosedByIt() {
        quiet(2);
        closed.peeked(files(100), 8);

        assertThat(closed.until(files(10))).isEqualTo(files(201));
    }

    @Test
    void cleanersMayBeOneReadingLateAndTakeSeveral() {
        quiet(2);
        closed.peeked(files(211), 8);
        closed.peeked(files(100), 8);
        closed.peeked(files(50), 8);
        closed.peeked(files(50), 8);

        assertThat(closed.until(files(50))).isEqualTo(files(161));
    }

    @Test
    void whatGoesDownWithoutACollectionIsTheSubjectsOwnDoing() {
        quiet(2);
        closed.peeked(files(100), 7);
        closed.peeked(files(0), 7);

        assertThat(closed.until(files(0))).isEmpty();
    }

    @Test
    void whatWasGoingDownAlreadyIsTheSubjectsOwnDoing() {
        quiet(1);
        closed.peeked(files(150), 7);
        closed.peeked(files(100), 8);
        closed.peeked(files(50), 8);

        assertThat(closed.until(files(50))).isEmpty();
    }

    @Test
    void whatGoesDownLaterThanTheReadingAfterACollectionIsTheSubjectsOwnDoing() {
        quiet(2);
        closed.peeked(files(211), 8);
        closed.peeked(files(211), 8);
        closed.peeked(files(0), 8);

        assertThat(closed.until(files(0))).isEmpty();
    }

    @Test
    void whereTheJvmCollectsAllTheTimeACoincidenceSaysNothing() {
        closed.peeked(files(211), 8);
        closed.peeked(files(211), 9);
        closed.peeked(files(0), 10);

        assertThat(closed.until(files(0))).isEmpty();
    }

    @Test
    void onlyWhatTheSystemLendsOutCounts() {
        var threads = new ClosedByCollector(Map.of(THREADS, 9L), 7);
        threads.peeked(Map.of(THREADS, 9L), 7);
        threads.peeked(Map.of(THREADS, 2L), 8);

        assertThat(threads.until(Map.of())).isEmpty();
    }

    private void quiet(int readings) {
        for (int i = 0; i < readings; i++) {
            closed.peeked(files(211), 7);
        }
    }

    private static Map<Resource, Long> files(long open) {
        return open == 0 ? Map.of() : Map.of(FILES, open);
    }
}
