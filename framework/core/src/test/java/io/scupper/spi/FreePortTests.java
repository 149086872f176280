package io.scupper.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTests {

    @Test
    void isNoneThatASystemGivesToAConnectionOfItsOwnAccord() {
        assertThat(IntStream.range(0, 50).mapToObj(i -> FreePort.find()))
                .allSatisfy(port -> assertThat(port).isBetween(10_000, 32_767));
    }

    @Test
    void canBeListenedOn() {
        assertThatCode(() -> new ServerSocket(FreePort.find()).close()).doesNotThrowAnyException();
    }
}
