package io.scupper.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Phase;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.model.Vitals;
import io.scupper.spi.Recovery;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is exceeded while a fault is armed ends the experiment at once, in an error, with everything given back. */
class AbortTests extends FakeExperiments {

    private final FakeFault fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

    @Test
    void aHeapThatIsNearlyFullAborts() {
        whenArmed(new Vitals(98 << 20, 100 << 20, -1, -1));

        assertThatThrownBy(run())
                .isInstanceOf(ScupperException.class)
                .hasMessage("Aborted: live heap after a collection of the subject is 98 MiB, which is 98.0 % of the 100"
                        + " MiB that are the heap's greatest size (-Xmx). Allowed are 97 %. What was withheld has"
                        + " been given back. Let the fault do less, by 'every', 'times' or 'maxHeld', or allow"
                        + " more by @AbortWhen or the system property scupper.abort.heap.");
        assertThat(told).contains("armed 1 begins").doesNotContain("armed 2 begins", "lifted");
        assertThat(fault.calls).containsSubsequence("arm", "lift", "compensate", "close");
    }

    @Test
    void aProcessNearTheLimitOfItsGroupAborts() {
        whenArmed(new Vitals(1, 100, 99 << 20, 100 << 20));

        assertThatThrownBy(run())
                .hasMessageStartingWith(
                        "Aborted: resident memory of the subject is 99 MiB, which is 99.0 % of the 100 MiB that"
                                + " are the limit of its control group. Allowed are 97 %.")
                .hasMessageContaining("scupper.abort.memory");
    }

    @Test
    void withoutAFaultItIsTheSubjectsOwn() throws Exception {
        subject.vitals = new Vitals(98, 100, 99, 100);

        assertThat(run(() -> {}).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void asMuchAsIsAllowedDoesNotAbort() throws Exception {
        whenArmed(new Vitals(97, 100, 97, 100));

        assertThat(run(fault, this::toArmed).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void aSubjectThatIsUnwellForTooLongAborts() {
        abortWhen = new AbortConditions(1, 1, () -> phase == Phase.ARMED ? "503" : "", Duration.ofMillis(500));

        assertThatThrownBy(run())
                .hasMessageStartingWith("Aborted: the subject has not been well for ")
                .hasMessageContaining("s: 503. Allowed are 500 ms.");
        assertThat(fault.calls).containsSubsequence("arm", "lift", "compensate");
    }

    @Test
    void healthThatCannotBeAskedForIsToldBeforeAnythingIsArmed() {
        abortWhen = new AbortConditions(1, 1, () -> "404", Duration.ofSeconds(3));

        assertThatThrownBy(run())
                .hasMessage(
                        "The subject is not well, and no fault is armed: 404. Check the path of scupper.abort.health,"
                                + " or the subject.");
        assertThat(fault.calls).doesNotContain("arm");
    }

    @Test
    void whatCannotBeGivenBackIsSuppressedInTheReason() {
        whenArmed(new Vitals(98, 100, -1, -1));
        var stubborn = new FakeFault(Recovery.SELF, () -> {}, () -> {
            throw new ScupperException("stubborn");
        });

        assertThatThrownBy(() -> run(stubborn, this::toArmed))
                .hasMessageStartingWith("Aborted: ")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("stubborn"));
    }

    private Vitals armedVitals = Vitals.UNKNOWN;

    private void whenArmed(Vitals vitals) {
        armedVitals = vitals;
    }

    private ThrowingCallable run() {
        return () -> run(fault, this::toArmed);
    }

    private void toArmed() {
        subject.vitals = phase == Phase.ARMED ? armedVitals : Vitals.UNKNOWN;
    }
}
