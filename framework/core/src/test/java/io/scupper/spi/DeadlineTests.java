package io.scupper.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private final Deadline over = Deadline.in(Duration.ZERO);
    private final Deadline ahead = Deadline.in(Duration.ofMinutes(2));

    @Test
    void nothingIsLeftOnceItIsOver() {
        assertThat(over.isOver()).isTrue();
        assertThat(over.remaining()).isZero();
        assertThat(ahead.isOver()).isFalse();
        assertThat(ahead.remaining()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void lastAttemptIsLongEnoughToTellWhyItFails() {
        assertThat(over.attempt(Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(500));
        assertThat(over.attempt(Duration.ofMillis(20))).isEqualTo(Duration.ofMillis(20));
        assertThat(ahead.attempt(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void itIsPutOffWhereTooLittleIsLeft() {
        assertThat(over.orAtLeast(Duration.ofSeconds(5)).isOver()).isFalse();
        assertThat(ahead.orAtLeast(Duration.ofSeconds(5))).isSameAs(ahead);
    }

    @Test
    void itSaysHowLongItWas() {
        assertThat(ahead).hasToString("120 s");
    }

    @Test
    void interruptedPauseSaysWhatItWaitedFor() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ahead.pause("the orders"))
                .isInstanceOf(ScupperException.class)
                .hasMessage("The test was interrupted while it waited for the orders.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
