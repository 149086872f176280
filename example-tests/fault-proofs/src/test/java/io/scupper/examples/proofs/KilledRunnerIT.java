package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.KilledRunner.Outcome;
import io.scupper.examples.proofs.KilledRunner.Signal;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test JVM that is killed, or stopped, while every fault in the JVM is armed: within the lease the subject is as it was. Each effect
 * by itself is in the framework's own tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunnerIT {

    private final Map<Signal, Outcome> outcomes = new EnumMap<>(Signal.class);

    @BeforeAll
    void sendSignals() throws IOException, InterruptedException {
        for (Signal signal : Signal.values()) {
            outcomes.put(signal, KilledRunner.run(signal));
        }
    }

    static Stream<Arguments> faultsInTheJvm() {
        return FaultsInTheJvm.ids().stream()
                .flatMap(id -> Stream.of(Signal.values()).map(signal -> Arguments.of(id, signal)));
    }

    @ParameterizedTest
    @MethodSource("faultsInTheJvm")
    void theSubjectIsAsItWasBefore(String fault, Signal signal) {
        assertThat(FaultsInTheJvm.armed())
                .as(
                        "FaultsInTheJvm says nothing of '%s': give the Workshop a tool for it, or say that it is outside",
                        fault)
                .containsKey(fault);
        KilledRunner.Course course = outcomes.get(signal).courses().get(fault);
        assertThat(course.before()).isEqualTo("0 out, 0 busy");
        assertThat(course.struck()).isNotEqualTo(course.before());
        assertThat(course.after()).isEqualTo(course.before());
    }

    /** All are lifted when the lease is over; to take the weaving of so many out again takes a starved machine some seconds. */
    @ParameterizedTest
    @EnumSource
    void allIsOverSoonAfterTheLease(Signal signal) {
        assertThat(outcomes.get(signal).over()).isLessThan(KilledRunner.LEASE.plusSeconds(20));
    }
}
