package io.scupper.gate.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreepTests {

    @Test
    void slowRiseUnderNoiseIsFound() {
        var random = new Random(1);

        assertThat(Creep.in(builds(30, i -> 500 + 12 * i + 40 * random.nextGaussian())))
                .singleElement()
                .satisfies(creep -> {
                    assertThat(creep.figure()).isEqualTo("time to baseline");
                    assertThat(creep.to()).isGreaterThan(creep.from() * 1.25);
                });
    }

    @Test
    void noiseAloneIsFoundLessThanOnceInAThousand() {
        long found = IntStream.range(0, 1_000)
                .filter(seed -> {
                    var random = new Random(seed);
                    return !Creep.in(builds(40, i -> 500 + 200 * random.nextGaussian()))
                            .isEmpty();
                })
                .count();

        assertThat(found).isLessThanOrEqualTo(1);
    }

    @Test
    void riseOfLessThanAQuarterIsNone() {
        assertThat(Creep.in(builds(30, i -> 500 + 2 * i))).isEmpty();
    }

    @Test
    void oneStepIsNone() {
        assertThat(Creep.in(builds(30, i -> i < 29 ? 500 : 5_000))).isEmpty();
    }

    @Test
    void fewBuildsDecideNothing() {
        assertThat(Creep.in(builds(7, i -> 500 + 100 * i))).isEmpty();
        assertThat(Creep.in(builds(8, i -> 500 + 100 * i))).hasSize(1);
    }

    @Test
    void scoreIsThatOfTheTables() {
        // S = 10 of five values in order, variance 16.67.
        assertThat(Creep.score(new double[] {1, 2, 3, 4, 5}))
                .isCloseTo(2.2045, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(Creep.score(new double[] {3, 3, 3, 3})).isZero();
    }

    private static List<Build> builds(int count, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Build("b" + i, Map.of("T.a", Map.of("time to baseline", value.applyAsDouble(i)))))
                .toList();
    }
}
