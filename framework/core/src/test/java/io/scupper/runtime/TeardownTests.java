package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTests {

    private final List<String> done = new ArrayList<>();
    private final Teardown teardown = new Teardown();

    @Test
    void whatWasPutUpLastIsTakenDownFirst() {
        teardown.add(() -> done.add("companion"));
        teardown.add(() -> done.add("subject"));

        teardown.close();

        assertThat(done).containsExactly("subject", "companion");
    }

    @Test
    void allIsTakenDownWhateverFails() {
        teardown.add(() -> done.add("companion"));
        teardown.add(failing("second failure"));
        teardown.add(failing("first failure"));

        assertThatThrownBy(teardown::close)
                .hasMessage("first failure")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(suppressed -> assertThat(suppressed).hasMessage("second failure")));
        assertThat(done).containsExactly("companion");
    }

    @Test
    void closingAgainDoesNothing() {
        teardown.add(() -> done.add("companion"));

        teardown.close();
        teardown.close();

        assertThat(done).containsExactly("companion");
    }

    @Test
    void aFailureToStartTakesUpTheFailuresToStop() {
        var cause = new IllegalStateException("did not start");
        teardown.add(failing("did not stop"));

        teardown.closeBecauseOf(cause);

        assertThat(cause.getSuppressed())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessage("did not stop"));
    }

    @Test
    void anInterruptedThreadTakesAllDownAndStaysInterrupted() {
        teardown.add(() -> done.add(Thread.currentThread().isInterrupted() ? "interrupted" : "calm"));
        Thread.currentThread().interrupt();

        teardown.close();

        assertThat(done).containsExactly("calm");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }
}
