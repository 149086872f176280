package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFieldTests {

    /** Those with 302 and 307 are the examples of RFC 7541, C.5 and C.6. */
    @ParameterizedTest
    @CsvSource({
        "88, 200",
        "8d, 404",
        "8e, 500",
        "4803333032, 302",
        "48826402, 302",
        "4883640eff, 307",
        "0803353033, 503",
        "1803343133, 413",
        "2088, 200",
        "3fe11f88, 200"
    })
    void everyFormOfTheStatusIsRead(String block, int status) throws Exception {
        assertThat(StatusField.of(HexFormat.of().parseHex(block))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "82", "4803", "0003616263", "4803616263"})
    void whatIsNoStatusIsAnError(String block) {
        assertThatThrownBy(() -> StatusField.of(HexFormat.of().parseHex(block)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("do not begin with a status");
    }
}
