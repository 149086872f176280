package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The remedied build over HTTP, with neither Redis nor a price service. */
class OrdersServiceTests {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private OrdersService service;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        service = OrdersService.start(new Settings(0, null, null, TIMEOUT, TIMEOUT, 10));
        http = new Http(service.port());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void isHealthyWithoutRedis() {
        assertThat(http.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void answers503WhereAPartIsOff() {
        assertThat(http.get("/orders/7/price").statusCode()).isEqualTo(503);
        assertThat(http.post("/orders/7/confirm", new byte[0]).statusCode()).isEqualTo(503);
    }

    @Test
    void answersWhatItDoesNotKnowWithAnError() {
        assertThat(http.get("/orders/7/nothing").statusCode()).isEqualTo(404);
        assertThat(http.get("/orders").statusCode()).isEqualTo(405);
        assertThat(http.get("/orders/7/confirm").statusCode()).isEqualTo(405);
    }

    @Test
    void refusesALargeOrder() {
        byte[] large = new byte[AuditFilter.LIMIT_BYTES + 1];

        assertThat(http.post("/orders", large).statusCode()).isEqualTo(413);
        assertThat(http.postChunked("/orders", large).statusCode()).isEqualTo(413);
        assertThat(http.count("auditEntries")).isZero();
    }

    @Test
    void refusesASmallGzipThatHoldsALargeOrder() throws IOException {
        byte[] gzip = Gzip.of(new byte[8 * AuditFilter.LIMIT_BYTES]);

        assertThat(gzip).hasSizeLessThan(64 * 1024);
        assertThat(http.postGzip("/orders", gzip).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhatIsNotGzip() {
        byte[] plain = "not gzip".getBytes(StandardCharsets.UTF_8);

        assertThat(http.postGzip("/orders", plain).statusCode()).isEqualTo(400);
        assertThat(http.count("requestContexts")).isZero();
    }

    @Test
    void remembersTheLastHundredLargeOrders() {
        byte[] large = new byte[100 * 1024];

        for (int i = 0; i < 110; i++) {
            assertThat(http.post("/orders", large).statusCode()).isEqualTo(201);
        }

        assertThat(http.count("auditEntries")).isEqualTo(100);
    }

    @Test
    void keepsACrumbPerTenReadsWhenAskedTo() {
        int before = http.count("crumbs");

        for (int i = 0; i < 40; i++) {
            http.get("/orders/" + i);
        }

        assertThat(http.count("crumbs") - before).isEqualTo(4);
    }
}
