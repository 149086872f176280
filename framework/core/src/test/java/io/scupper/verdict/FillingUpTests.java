package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buffers and loaded classes, which grow now and then in any subject. */
class FillingUpTests {

    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource CLASSES = Resource.count(Resource.CLASSES, "loaded");
    private static final Resource BUFFERS = new Resource(Resource.BUFFERS, "direct", Unit.BYTES);
    private static final long KIB = 1L << 10;

    private final CountedRule rule = new CountedRule(Thresholds.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {Resource.BUFFERS, Resource.CLASSES, Resource.DELETE_ON_EXIT})
    void whatFillsUpIsALeakIfItStillGrowsAfterTenRounds(String probe) {
        var resource = new Resource(probe, "all", probe.equals(Resource.BUFFERS) ? Unit.BYTES : Unit.COUNT);

        assertThat(judge(resource, RoundsOf.steps(9, 40 * KIB)).kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(judge(resource, RoundsOf.steps(10, 40 * KIB)).kind()).isEqualTo(Kind.GROWTH);
    }

    @Test
    void growthOverFiveRoundsIsNotDecided() {
        assertThat(judge(CLASSES, 9_000, 9_040, 9_080, 9_120, 9_160, 9_200, 9_200)
                        .reason())
                .isEqualTo(
                        "baseline 9000, now 9200; it grew in 5 of 5 rounds, too few to tell a leak from what fills up");
    }

    @Test
    void growthInHalfOfTheRoundsIsAStepOfWhatFillsUpAndNotOfOthers() {
        long[] counts = {0, 40, 40, 80, 80, 120, 120, 160, 160, 200, 200, 200};

        assertThat(judge(CLASSES, counts).reason())
                .isEqualTo("baseline 0, now 200, now and then and not with the operations");
        assertThat(judge(THREADS, counts).reason())
                .isEqualTo(
                        "baseline 0, now 200; it rose to a new high in 5 of 10 rounds, which is neither a single step nor steady growth");
    }

    @Test
    void classesThatAreLoadedForAWhileAreNoLeak() {
        assertThat(judge(CLASSES, 0, 40, 80, 120, 160, 200, 200, 200, 200, 200, 200, 200, 200, 200)
                        .kind())
                .isEqualTo(Kind.STEP);
    }

    @Test
    void buffersThatAreTakenOnceAreAStep() {
        Finding finding = judge(BUFFERS, 0, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB);

        assertThat(finding.kind()).isEqualTo(Kind.STEP);
        assertThat(finding.reason()).isEqualTo("baseline 0 B, now 65 KiB, now and then and not with the operations");
    }

    @Test
    void buffersThatGrowByLessThanATenthOfTheirSlackInARoundAreNoLeak() {
        assertThat(judge(BUFFERS, RoundsOf.steps(12, 6 * KIB)).kind()).isEqualTo(Kind.STEP);
        assertThat(judge(BUFFERS, RoundsOf.steps(12, 7 * KIB)).kind()).isEqualTo(Kind.GROWTH);
    }

    private Finding judge(Resource resource, long... counts) {
        return rule.judge(
                resource, RoundsOf.operations(200).counted(resource, counts).rounds());
    }
}
