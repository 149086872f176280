package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.fault.Faults;
import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.Wire.Direction;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The disturbances as faults: what a test may write, on which wire they act, and what they tell. */
class WireFaultTests {

    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @ParameterizedTest
    @MethodSource("io.scupper.ext.proxy.Kinds#all")
    void everyKindIsAFaultWithDefaultsThatAreAllowed(FaultType type) {
        Fault fault = Faults.create(Faults.of(type.id()));

        assertThat(fault.id()).isEqualTo(type.id()).startsWith("wire-");
        assertThat(fault.recovery()).isEqualTo(Recovery.SELF);
        try (var prepared = fault.prepare(subject("redis"))) {
            assertThat(prepared.bringsTraffic()).isFalse();
            prepared.arm();
            prepared.lift();
            assertThat(prepared.report().matched())
                    .isGreaterThanOrEqualTo(prepared.report().fired());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wire-latency   | direction | SIDEWAYS | DOWNSTREAM, UPSTREAM or BOTH
            wire-latency   | delay     | 0ms      | a duration from 1ms to 1h
            wire-latency   | delay     | 2h       | a duration from 1ms to 1h
            wire-latency   | jitter    | 201ms    | a duration of at most 'delay'
            wire-bandwidth | rate      | 0B       | a size from 1B to 1024GiB
            wire-slice     | size      | 0B       | a size from 1B to 1024GiB
            wire-dribble   | interval  | 0s       | a duration from 1ms to 1h
            wire-half-open | maxHeld   | 0        | a whole number from 1 to 100000
            wire-half-open | direction | BOTH     | DOWNSTREAM or UPSTREAM
            wire-reset     | probability | 0      | a number above 0 and at most 1
            """)
    void wrongParameterIsNamedWithWhatIsAllowed(String id, String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> Faults.create(Faults.of(id).with(name, given)))
                .withMessageMatching(
                        "Parameter '%s' of fault '%s' is '%s'\\. Allowed is %s\\.".formatted(name, id, given, allowed));
    }

    @Test
    void refuseHasNoConnectionsToChooseFrom() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> Faults.create(Faults.of("wire-refuse").with("probability", "0.5")))
                .withMessage("Fault 'wire-refuse' is done to the port and not to connections, of which some could be"
                        + " chosen: leave 'probability', 'every', 'after' and 'times' out.");
    }

    @Test
    void wireIsFoundByTheNameOfItsCompanion() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("wire-stall", Map.of("to", "cache")).prepare(subject("redis")))
                .withMessage("Parameter 'to' of fault 'wire-stall' is 'cache'. Allowed is the name of a companion of"
                        + " orders.jar: 'redis'.");
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("wire-stall", Map.of()).prepare(subject("redis", "cache")))
                .withMessageEndingWith("of orders.jar: 'cache', 'redis'.");
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("wire-stall", Map.of()).prepare(subject()))
                .withMessageEndingWith("of orders.jar: it has none, give it one by Sut.with(…).");
        create("wire-stall", Map.of("to", "cache"))
                .prepare(subject("redis", "cache"))
                .close();
    }

    @Test
    void companionWithoutProxyIsAnErrorThatSaysWhoHasOne() {
        Companion direct = new NamedCompanion("prices", Optional.empty());
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("wire-stall", Map.of("to", "prices")).prepare(NamedCompanion.subject(direct)))
                .withMessage("Fault 'wire-stall' disturbs the wire to 'prices', but orders.jar reaches that without a"
                        + " proxy. A StubServer has one by throughProxy(), a RedisServer always.");
    }

    @Test
    void wireOnWhichNothingCameDidNotFire() {
        try (var fault = prepare("wire-black-hole", Map.of())) {
            fault.arm();

            var report = fault.report();
            assertThat(report.fired()).isZero();
            assertThat(report.note())
                    .isEqualTo("On the wire to 'redis' it took 1 of 1 connections; 0 B to the subject"
                            + " and 0 B to the server passed meanwhile.");
        }
    }

    @Test
    void reportCountsWhatPassedWhileItWasArmedAndNothingElse() throws Exception {
        try (var fault = prepare("wire-black-hole", Map.of("direction", "UPSTREAM"))) {
            Stage.assertCarries(stage.pair);
            fault.arm();
            stage.pair.server().getOutputStream().write(new byte[300]);
            assertThat(stage.pair.subject().getInputStream().readNBytes(300)).hasSize(300);
            stage.pair.subject().getOutputStream().write(new byte[2048]);
            await().until(() -> stage.proxy.traffic().discarded() == 2048);
            fault.lift();
            Stage.assertCarries(stage.pair);

            var report = fault.report();
            assertThat(report.fired()).isPositive();
            assertThat(report.matched()).isEqualTo(report.fired());
            assertThat(report.note())
                    .isEqualTo("On the wire to 'redis' it took 1 of 1 connections and discarded 2 KiB;"
                            + " 300 B to the subject and 0 B to the server passed meanwhile.");
        }
    }

    @Test
    void liftKeepsWhatIsKeptAndCompensationGivesItBack() throws Exception {
        try (var fault = prepare("wire-half-open", Map.of())) {
            fault.arm();
            fault.lift();
            Stage.assertNothingArrives(stage.pair.subject());
            assertThat(fault.report().held()).isOne();

            fault.compensate();

            Stage.assertReset(stage.pair.subject());
            assertThat(fault.report().held()).isZero();
            assertThat(fault.report().fired()).isOne();
        }
    }

    @Test
    void armedAgainItGoesOnCounting() throws Exception {
        try (var fault = prepare("wire-black-hole", Map.of())) {
            for (int i = 1; i <= 2; i++) {
                fault.arm();
                stage.pair.server().getOutputStream().write(1);
                int times = i;
                await().until(() -> fault.report().fired() == times);
                fault.lift();
            }
            assertThat(fault.report().note()).contains("it took 2 of 2 connections and discarded 2 B");
        }
    }

    @Test
    void severalFaultsOnOneWireAreLiftedEachByItself() throws Exception {
        try (var hole = prepare("wire-black-hole", Map.of("direction", "UPSTREAM"));
                var latency = prepare("wire-latency", Map.of("delay", "1h"))) {
            hole.arm();
            latency.arm();
            latency.lift();

            stage.pair.server().getOutputStream().write(4);
            assertThat(stage.pair.subject().getInputStream().read()).isEqualTo(4);
            stage.pair.subject().getOutputStream().write(4);
            await().until(() -> hole.report().fired() == 1);
        }
        Stage.assertCarries(stage.pair);
    }

    @Test
    void unknownDisturbanceAndUnknownAmountAreNamed() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> stage.disturb("fog", Map.of()))
                .withMessageStartingWith("There is no disturbance 'fog' of a wire. Known are: accept-then-silence, ");
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> stage.disturb("latency", Direction.TO_SERVER, Map.of("depth", 1L)))
                .withMessage("Disturbance 'latency' knows no amount 'depth'. It knows: delay, jitter.");
    }

    private PreparedFault prepare(String id, Map<String, String> given) {
        return create(id, given).prepare(subject("redis"));
    }

    private io.scupper.spi.RunningSubject subject(String... companions) {
        return NamedCompanion.subject(java.util.Arrays.stream(companions)
                .map(name -> new NamedCompanion(name, Optional.of(stage.proxy)))
                .toArray(Companion[]::new));
    }

    private static Fault create(String id, Map<String, String> given) {
        FaultType type = Kinds.of(id.substring("wire-".length()));
        return type.create(Parameters.of(type, given));
    }
}
