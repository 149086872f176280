package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.spi.FaultReport;
import io.scupper.spi.RunningSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Faults of the wire reach a subject in a container, through the proxy in another. */
@ExtendWith(NothingLeft.class)
class WireContainerIT {

    @Test
    void subjectSeesWhatIsDoneToItsWireAndNothingAfterLift() {
        RedisServer redis = RedisServer.create();
        try (RunningSubject subject = Greeting.ofMainClass().companion(redis).start()) {
            assertThat(seenBy(subject, Faults.of("wire-reset"))).contains("SocketException: Connection reset");
            assertThat(seenBy(subject, Faults.of("wire-refuse"))).contains("ConnectException: Connection refused");
            assertThat(seenBy(subject, Faults.of("wire-accept-then-silence"))).contains("SocketTimeoutException");
            assertThat(seenBy(subject, Faults.of("wire-latency").with("delay", "5s")))
                    .contains("SocketTimeoutException");
            assertThat(seenBy(subject, Faults.of("wire-latency").with("delay", "50ms")))
                    .isEqualTo("+PONG");
            assertThat(seenBy(subject, Faults.of("wire-limit").with("bytes", "3B")))
                    .isEqualTo("+PO");
        }
    }

    /** Returns what the subject had from Redis while a fault was armed; it fired, and is gone when this returns. */
    private static String seenBy(RunningSubject subject, FaultSpec spec) {
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            String seen = Greeting.get(subject, "/redis");
            FaultReport report = fault.report();
            assertThat(report.fired()).as(spec.id()).isPositive();
            fault.lift();
            assertThat(Greeting.get(subject, "/redis")).as("after " + spec.id()).isEqualTo("+PONG");
            return seen;
        }
    }
}
