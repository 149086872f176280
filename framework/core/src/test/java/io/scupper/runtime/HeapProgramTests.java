package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapProgramTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scupper.heap.memory | much  | scupper.heap.memory is 'much', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB or GiB, for example '64KiB' or '16MiB'.
            scupper.heap.memory | 16MiB | scupper.heap.memory is '16MiB', allowed is 32 MiB or more, for example '1GiB'.
            scupper.heap.within | long  | scupper.heap.within is 'long', which is not a duration. Allowed is a number of 0 or more with ms, s, m or h, for example '250ms' or '30s'.
            scupper.heap.within | 0s    | scupper.heap.within is '0s', allowed is more than 0, for example '120s'.
            """, quoteCharacter = '"')
    void aSettingThatMakesNoSenseIsToldWithWhatIsAllowed(String property, String value, String message) {
        SystemProperties set = SystemProperties.set(Map.of(property, value));
        try {
            assertThatThrownBy(HeapProgram::configured)
                    .isInstanceOf(ScupperException.class)
                    .hasMessage(message);
        } finally {
            set.close();
        }
    }
}
