package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.traffic.Http2Server;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults by HTTP/2: that it is what they speak, and do what they say. */
class Http2TrafficTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            large-payload  | size=200KiB                   | HTTP/2.0 POST /orders, 204800 bytes, application/octet-stream
            json-explosion | shape=width;size=200KiB       | HTTP/2.0 POST /orders, 204800 bytes, application/json
            unique-keys    | where=path;seed=7;valueBytes=8B | HTTP/2.0 POST /orders/[\\w-]{8}, 0 bytes, null
            burst          | count=1                       | HTTP/2.0 POST /orders, 0 bytes, null
            """)
    void whatIsSentIsTheSame(String id, String with, String seen) throws Exception {
        FaultSpec spec = Faults.of(id).with("to", "POST /orders").with("http", 2);
        for (String pair : with.split(";")) {
            spec = spec.with(pair.split("=")[0], pair.split("=")[1]);
        }
        try (var server = Http2Server.answering(200);
                var fault =
                        Faults.create(spec).prepare(FakeSubject.at(server.base().getPort()))) {
            fault.arm();
            fault.operate();

            assertThat(server.result()).matches(seen);
            assertThat(fault.report().fired()).isEqualTo(1);
        }
    }

    @Test
    void clientsThatLeaveCancelTheirRequest() throws Exception {
        var spec = Faults.of("client-abort").with("to", "GET /report").with("http", 2);
        try (var server = endless();
                var fault =
                        Faults.create(spec).prepare(FakeSubject.at(server.base().getPort()))) {
            fault.arm();
            fault.operate();

            assertThat(server.result()).isEqualTo("failed");
            assertThat(fault.report().note()).endsWith("by RESET: 200 ×1");
        }
    }

    @Test
    void readersStayUntilTheyAreLetGo() throws Exception {
        var spec = Faults.of("slow-response-reader").with("to", "GET /report").with("http", 2);
        try (var server = endless();
                var fault =
                        Faults.create(spec).prepare(FakeSubject.at(server.base().getPort()))) {
            fault.arm();
            fault.operate();
            fault.lift();

            assertThat(fault.report().held()).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(1);
            fault.compensate();
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    @Test
    void bodiesStallUntilTheyAreLetGo() throws Exception {
        var spec = Faults.of("slow-request-body")
                .with("to", "POST /orders")
                .with("http", 2)
                .with("endless", true);
        try (var server = Http2Server.answering(200);
                var fault =
                        Faults.create(spec).prepare(FakeSubject.at(server.base().getPort()))) {
            fault.arm();
            fault.operate();

            await().atMost(Duration.ofSeconds(10)).until(() -> server.connections() == 1);
            assertThat(fault.report().held()).isEqualTo(1);
            fault.compensate();
            assertThat(server.result()).isEqualTo("failed");
        }
    }

    private static Http2Server endless() throws Exception {
        return new Http2Server((request, response, in, out) -> {
            in.transferTo(OutputStream.nullOutputStream());
            for (int i = 0; i < 100_000; i++) {
                out.write(new byte[64 << 10]);
            }
            return "written";
        });
    }
}
