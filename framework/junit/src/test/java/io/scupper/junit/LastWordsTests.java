package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastWordsTests {

    private final ScupperException failure = new ScupperException("The agent did not answer.");

    @Test
    void failureOfASubjectThatLivesStaysWhatItIs() {
        assertThat(LastWords.of(new Subject(true, Integer.MAX_VALUE), failure)).isSameAs(failure);
    }

    @Test
    void deathIsWaitedForWhereTheAgentIsSilent() {
        assertThat(LastWords.of(new Subject(false, 3), failure))
                .hasMessage("orders has ended with exit code 137.")
                .hasSuppressedException(failure);
    }

    @Test
    void subjectThatIsSilentAndLivesIsNotWaitedForForLong() {
        assertThat(LastWords.of(new Subject(false, Integer.MAX_VALUE), failure)).isSameAs(failure);
    }

    @Test
    void deathIsNotSaidTwice() {
        var death = new ScupperException("orders has ended with exit code 137.");

        assertThat(LastWords.of(new Subject(false, 1), death)).isSameAs(death).hasNoSuppressedExceptions();
    }

    /** Answers or not, and is seen to have ended when it is looked at for the n-th time. */
    private static final class Subject implements RunningSubject {

        private final boolean answers;
        private int looksLeft;

        Subject(boolean answers, int diesAtLook) {
            this.answers = answers;
            this.looksLeft = diesAtLook;
        }

        @Override
        public void requireAlive() {
            if (--looksLeft == 0) {
                throw new ScupperException("orders has ended with exit code 137.");
            }
        }

        @Override
        public AgentLink agent() {
            return (AgentLink) Proxy.newProxyInstance(
                    AgentLink.class.getClassLoader(), new Class<?>[] {AgentLink.class}, (proxy, method, arguments) -> {
                        if (answers) {
                            return null;
                        }
                        throw new ScupperException("The connection has been closed.");
                    });
        }

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return "orders";
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public List<Companion> companions() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
