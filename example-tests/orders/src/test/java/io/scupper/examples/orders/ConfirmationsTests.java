package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmationsTests {

    private final ScheduledExecutorService timer = Threads.timer("timer");
    private final List<String> published = new ArrayList<>();

    @AfterEach
    void stop() {
        Threads.stop(timer);
    }

    @Test
    void whatComesBackIsConfirmedAndForgotten() {
        Confirmations confirmations = publishing(Duration.ofMinutes(1));

        assertThat(confirmations.confirm("7")).isTrue();
        assertThat(confirmations.pending()).isOne();
        confirmations.seen(published.get(0));

        assertThat(confirmations.pending()).isZero();
        assertThat(confirmations.confirmed()).isOne();
    }

    @Test
    void whatComesTooLateIsForgottenToo() {
        Confirmations confirmations = publishing(Duration.ofMillis(20));

        confirmations.confirm("7");

        await().until(() -> confirmations.pending() == 0);
        confirmations.seen(published.get(0));
        assertThat(confirmations.confirmed()).isZero();
    }

    @Test
    void whatCannotBePublishedIsForgottenAtOnce() {
        Confirmations confirmations = new Confirmations(
                message -> CompletableFuture.failedFuture(new IOException("gone")), timer, Duration.ofMinutes(1));

        confirmations.confirm("7");

        assertThat(confirmations.pending()).isZero();
    }

    @Test
    void noMoreThanTenThousandArePending() {
        Confirmations confirmations = publishing(Duration.ofMinutes(1));

        for (int i = 0; i < 10_000; i++) {
            assertThat(confirmations.confirm("7")).isTrue();
        }

        assertThat(confirmations.confirm("7")).isFalse();
    }

    private Confirmations publishing(Duration timeout) {
        return new Confirmations(
                message -> {
                    published.add(message);
                    return CompletableFuture.completedFuture(1L);
                },
                timer,
                timeout);
    }
}
