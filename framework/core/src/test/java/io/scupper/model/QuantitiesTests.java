package io.scupper.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "64, 64", "64B, 64", "16KiB, 16384", "1.5MiB, 1572864", "2 GiB, 2147483648"})
    void sizesAreReadAsPeopleWriteThem(String text, long bytes) {
        assertThat(ByteSize.parse("size", text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3MB", "-3MiB", "16MB", "16 mib", "", "lots", "99999999999GiB"})
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ByteSize.parse("Parameter 'size'", text))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("Parameter 'size' is '" + text + "', which is");
    }

    @Test
    void negativeSizeSaysWhatIsAllowed() {
        assertThatThrownBy(() -> ByteSize.parse("size", "-3MB"))
                .hasMessage("size is '-3MB', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB or"
                        + " GiB, for example '64KiB' or '16MiB'.");
    }

    @ParameterizedTest
    @CsvSource({"12, 12 B", "1024, 1 KiB", "1572864, 1.5 MiB", "-1572864, -1.5 MiB", "2147483648, 2 GiB"})
    void sizesAreWrittenInBinaryUnits(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"250ms, 250", "30s, 30000", "1.5s, 1500", "2m, 120000", "1h, 3600000", "0s, 0"})
    void durationsAreReadAsPeopleWriteThem(String text, long millis) {
        assertThat(TimeSpan.parse("within", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "-1s", "30 sec", "", "PT30S"})
    void anyOtherDurationIsRefused(String text) {
        assertThatThrownBy(() -> TimeSpan.parse("within", text))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("within is '" + text + "'");
    }
}
