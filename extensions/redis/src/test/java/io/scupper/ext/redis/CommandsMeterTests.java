package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Budget.Measure;
import io.scupper.spi.Meter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsMeterTests {

    @Test
    void countsWhatIsAskedForAndNotWhatKeepsAConnectionGoing() {
        var redis = RedisServer.create();
        try (var server = redis.startLocally()) {
            redis.started(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), Optional.empty());
            Meter meter = redis.meters().get(0);
            assertThat(meter.measure()).isEqualTo(Measure.COMMANDS);
            assertThat(meter.read()).isEmpty();

            try (var connection = redis.connect()) {
                connection.ask("SET", "a", "1");
                connection.ask("GET", "a");
                connection.ask("GET", "b");
                connection.ping();
                connection.clients();
                connection.info("memory");
            }

            assertThat(meter.read()).isEqualTo(Map.of("SET", 1L, "GET", 2L));
            redis.stopping();
        }
    }
}
