package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In rounds of 200 operations, on each of which the fault fires, 2 % are 4 per round and 20 over five rounds. */
class CollectedRuleTests {

    private static final Resource SOCKETS = Resource.count("sockets", "ESTABLISHED to prices:80");

    @Test
    void whatTheCollectorAloneClosesIsALeak() {
        Finding finding = judge(RoundsOf.operations(200)
                        .counted(SOCKETS, 1, 1, 1, 1, 1, 1, 2)
                        .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0))
                .get(0);

        assertThat(finding.kind()).isEqualTo(Kind.COLLECTED);
        assertThat(finding.name()).isEqualTo("sockets:ESTABLISHED to prices:80");
        assertThat(finding.baseline()).isEqualTo(1);
        assertThat(finding.settled()).isEqualTo(2);
        assertThat(finding.perOperation()).isEqualTo(0.103);
        assertThat(finding.reason())
                .isEqualTo("103 were closed by the garbage collection alone, 0.103 per operation, in 5 of 5 rounds");
    }

    @Test
    void twoPercentOfAllThatWasInjectedAreALeak() {
        assertThat(closed(4, 4, 4, 4, 4)).isNotEmpty();
        assertThat(closed(4, 4, 4, 4, 3)).isEmpty();
    }

    @Test
    void twoPercentInFourOfFiveRoundsAreALeak() {
        assertThat(closed(5, 5, 5, 5, 0))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).endsWith("in 4 of 5 rounds"));
        assertThat(closed(7, 7, 7, 0, 0)).isEmpty();
        assertThat(closed(3, 3, 4, 4, 6)).isEmpty();
    }

    @Test
    void aFewThatHappenToBeClosedThenAreNot() {
        assertThat(closed(40, 0, 0, 1, 1)).isEmpty();
    }

    @Test
    void oneInEachRoundIsTheLeastHoweverLittleFired() {
        RoundsOf few = RoundsOf.operations(200).firing(5);

        assertThat(judge(few.collected(SOCKETS, 0, 1, 1, 1, 1, 0, 0))).isNotEmpty();
        assertThat(judge(few.collected(SOCKETS, 0, 2, 2, 2, 0, 0, 0))).isEmpty();
    }

    @Test
    void withoutAFaultAllRoundsCount() {
        assertThat(judge(RoundsOf.operations(200).withoutFault().collected(SOCKETS, 0, 4, 4, 4, 4, 4, 0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).endsWith("in 5 of 5 rounds"));
    }

    @Test
    void withAFaultThoseInWhichItFiredCount() {
        RoundsOf rounds = RoundsOf.operations(200).firingOnlyInTheFirst(3, 50);

        assertThat(judge(rounds.collected(SOCKETS, 0, 1, 1, 1, 0, 0, 0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).endsWith("in 3 of 3 rounds"));
        assertThat(judge(rounds.collected(SOCKETS, 0, 2, 2, 0, 9, 9, 0))).isEmpty();
    }

    @Test
    void twoRoundsAreTooFew() {
        assertThat(judge(RoundsOf.operations(200).firingOnlyInTheFirst(2, 50).collected(SOCKETS, 0, 9, 9, 9, 9, 9, 0)))
                .isEmpty();
    }

    @Test
    void theTestMayAcceptThem() {
        var accepting = new CollectedRule(Thresholds.DEFAULT, true);

        Finding finding = accepting
                .judge(
                        RoundsOf.operations(200)
                                .collected(SOCKETS, 0, 4, 4, 4, 4, 4, 0)
                                .rounds(),
                        Circumstances.PLAIN)
                .get(0);

        assertThat(finding.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        assertThat(finding.reason()).endsWith("in 5 of 5 rounds; the test accepts that");
    }

    @Test
    void whatClosesByItselfWhenTheCollectionComesLaterIsNone() {
        assertThat(after(patient(3))).isEmpty();
        assertThat(after(patient(4))).extracting(Finding::kind).containsExactly(Kind.COLLECTED);
    }

    @Test
    void whatCouldNotBeFollowedIsNotDecided() {
        assertThat(after(Circumstances.PLAIN.unfollowed())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason()).endsWith(", or by the subject at the same time: it could not be followed");
        });
    }

    private static List<Finding> after(Circumstances circumstances) {
        return new CollectedRule(Thresholds.DEFAULT, false)
                .judge(
                        RoundsOf.operations(200)
                                .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0)
                                .rounds(),
                        circumstances);
    }

    private static Circumstances patient(long closed) {
        return Circumstances.PLAIN.with(RoundsOf.operations(200)
                .collected(SOCKETS, 0, closed, 0)
                .rounds()
                .armed()
                .get(0));
    }

    private static List<Finding> closed(long first, long second, long third, long fourth, long fifth) {
        return judge(RoundsOf.operations(200).collected(SOCKETS, 0, first, second, third, fourth, fifth, 0));
    }

    private static List<Finding> judge(RoundsOf typed) {
        return new CollectedRule(Thresholds.DEFAULT, false).judge(typed.rounds(), Circumstances.PLAIN);
    }
}
