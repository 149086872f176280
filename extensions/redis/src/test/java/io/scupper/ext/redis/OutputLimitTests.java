package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputLimitTests {

    @Test
    void settingIsReadByClassesOfClients() {
        var limits = OutputLimit.parse("normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60");

        assertThat(limits)
                .extracting(OutputLimit::words)
                .containsExactly(
                        "none (client-output-buffer-limit normal)",
                        "256 MiB hard, 64 MiB for 60 s (client-output-buffer-limit slave)",
                        "32 MiB hard, 8 MiB for 60 s (client-output-buffer-limit pubsub)");
    }

    @Test
    void settingThatIsNotThereLimitsNothing() {
        assertThat(OutputLimit.parse("")).isEmpty();
    }
}
