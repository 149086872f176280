package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.FaultSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mix is a function of its seed and number, and can be taken apart. */
class RandomMixTests {

    private static final List<String> IDS = List.of("a", "b", "c", "d");

    /** Another text here means that stored seeds stand for other mixes than they did. */
    private static final String FIRST_OF_17 = "c(after=6, probability=0.2, recovery=ASSISTED, seed=428486) + b(after=4,"
            + " probability=0.5, recovery=ASSISTED, seed=701685)";

    @Test
    void theSameSeedDrawsTheSameMixes() {
        for (int number = 1; number <= 50; number++) {
            assertThat(RandomMix.draw(17, number, IDS)).isEqualTo(RandomMix.draw(17, number, IDS));
        }
        assertThat(RandomMix.draw(17, 1, IDS)).hasToString(FIRST_OF_17);
    }

    @Test
    void mixesDifferAndHaveOneToThreeFaults() {
        var seen = new HashSet<String>();
        IntStream.rangeClosed(1, 100).forEach(number -> {
            RandomMix mix = RandomMix.draw(17, number, IDS);
            assertThat(mix.faults()).hasSizeBetween(1, 3);
            assertThat(mix.faults()).extracting(FaultSpec::id).doesNotHaveDuplicates();
            seen.add(mix.toString());
        });
        assertThat(seen).hasSizeGreaterThan(95);
        assertThat(RandomMix.draw(17, 1, List.of("a")).faults()).hasSize(1);
    }

    @Test
    void partsAreEachFaultAloneAndEachTwo() {
        var three = new RandomMix(1, 1, List.of(fault("a"), fault("b"), fault("c")));

        assertThat(three.parts())
                .extracting(RandomMix::toString)
                .containsExactly("a()", "b()", "c()", "b() + c()", "a() + c()", "a() + b()");
        assertThat(new RandomMix(1, 1, List.of(fault("a"), fault("b"))).parts()).hasSize(2);
        assertThat(new RandomMix(1, 1, List.of(fault("a"))).parts()).isEmpty();
    }

    private static FaultSpec fault(String id) {
        return new FaultSpec(id, Map.of());
    }
}
