package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.Effect;
import io.scupper.model.ScupperException;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsStallTypeTests {

    @Test
    void everyLookUpIsDelayed() {
        var fault = (JoinPointFault) Faults.create(Faults.of("dns-stall")
                .with("delay", "5s")
                .with("thread", "worker")
                .with("caller", "com.acme"));

        assertThat(fault.weaving().effect()).isEqualTo(Effect.delay(5_000));
        assertThat(fault.weaving().joinPoints()).singleElement().satisfies(point -> {
            assertThat(point.type()).isEqualTo("java.net.InetAddress");
            assertThat(point.thread()).isEqualTo("worker");
            assertThat(point.caller()).isEqualTo("com.acme");
        });
    }

    @Test
    void thisJdkHasThePoint() {
        var point = ((JoinPointFault) Faults.create(Faults.of("dns-stall")))
                .weaving()
                .joinPoints()
                .get(0);

        assertThat(Arrays.stream(InetAddress.class.getDeclaredMethods()))
                .anySatisfy(method -> assertThat(method.getName()).isEqualTo(point.method()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "11m"})
    void delayBeyondItsBoundsIsRefused(String delay) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> Faults.create(Faults.of("dns-stall").with("delay", delay)))
                .withMessage("Parameter 'delay' of fault 'dns-stall' is '" + delay
                        + "'. Allowed is a duration from 1ms to 10m, such as '30s'.");
    }
}
