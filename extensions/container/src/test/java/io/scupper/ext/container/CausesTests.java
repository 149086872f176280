package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTests {

    @Test
    void whatTheEngineSaysIsUnwrapped() {
        var answer = new IllegalStateException("Status 404: {\"message\":\"No such image: \\\"orders\\\"\"}\n");

        assertThat(Causes.deepest(new RuntimeException("outer", answer))).isEqualTo("No such image: \"orders\"");
    }

    @Test
    void messageLosesItsFullStop() {
        assertThat(Causes.deepest(new IllegalStateException("Not there.\nNot at all.")))
                .isEqualTo("Not there. Not at all");
    }

    @Test
    void exceptionWithoutAMessageIsNamed() {
        assertThat(Causes.deepest(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
