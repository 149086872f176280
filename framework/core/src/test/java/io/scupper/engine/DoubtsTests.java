package io.scupper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.Verdict;
import io.scupper.spi.Recovery;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run that found nothing has to stand before it is CLEAN. */
class DoubtsTests extends FakeExperiments {

    @Test
    void subjectThatDoesNotWorkAnyMoreAfterLiftIsInconclusive() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.exhausted = true, () -> {});

        Run run = run(fault, this::failAfterLiftWhenExhausted, Duration.ofSeconds(5));

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.reasons())
                .singleElement()
                .asString()
                .startsWith("The subject does not work as before within 5 s after lift, though nothing has grown. ")
                .contains("nothing to lend");
    }

    @Test
    void subjectThatWorksAgainWithinTheBoundIsClean() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.exhausted = true, () -> {});
        var refused = new AtomicLong();

        Run run = run(
                fault,
                () -> {
                    if (refused.get() == 3) {
                        subject.exhausted = false;
                    }
                    refused.addAndGet(phase == Phase.SERVICE && subject.exhausted ? 1 : 0);
                    failAfterLiftWhenExhausted();
                },
                Duration.ofSeconds(5));

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(refused).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({
        "heap, 'The heap probe is blind: 21 objects were planted and 0 are in the class histogram.'",
        "threads, The threads probe is blind: a parked thread was planted and is not listed.",
        "sockets, The sockets probe is blind: a connection was planted and is not listed.",
    })
    void probeThatIsBlindToAPlantedLeakIsInconclusive(String probe, String told) throws Exception {
        subject.blindTo = probe;

        Run run = run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.reasons()).singleElement().asString().startsWith(told);
        assertThat(subject.isPlanted).isFalse();
    }

    @Test
    void whatIsPlantedOnceIsEnoughForOneJvm() throws Exception {
        planting = Planting.ONCE;
        run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {});
        subject.blindTo = "threads";

        assertThat(run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {})
                        .verdict())
                .isEqualTo(Verdict.CLEAN);
        assertThat(told)
                .filteredOn(line -> line.startsWith("the probes see a planted leak, "))
                .hasSize(1);
    }

    @Test
    void nothingIsPlantedWhereThatIsOff() throws Exception {
        planting = Planting.OFF;
        subject.blindTo = "sockets";

        assertThat(run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {})
                        .verdict())
                .isEqualTo(Verdict.CLEAN);
    }

    private void failAfterLiftWhenExhausted() throws IOException {
        if (phase == Phase.SERVICE && subject.exhausted) {
            throw new IOException("nothing to lend");
        }
    }
}
