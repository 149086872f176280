package io.scupper.examples.corpus.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.scupper.examples.corpus.habit.Habit;
import io.scupper.examples.culprits.CulpritTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTests {

    @Test
    void eachKindThatTakesHasItsRowInTheTableOfCulprits() throws IOException {
        assertThat(CulpritTable.of("The corpus").examples())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values())
                        .filter(Kind::takes)
                        .map(Kind::word)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void eachKindTakesAndGivesBack(Kind kind) throws IOException {
        var peer =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        peer.start();
        try {
            Habit habit = kind.habit(new Kind.Surroundings(peer.getAddress().getPort(), 1));

            assertThatCode(() -> {
                        for (long operation = 0; operation < 5; operation++) {
                            habit.take(operation).giveBack();
                        }
                    })
                    .doesNotThrowAnyException();
        } finally {
            peer.stop(0);
        }
    }
}
