package io.scupper.examples.causes;

import io.scupper.examples.causetable.Cause;
import io.scupper.examples.causetable.LeakTestRun;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked of each cause: its leak test finds the leaky subject, for the right reason, and not the remedied one. */
public abstract class CauseContract {

    private final Cause cause;
    private final Pair inContainers;

    /** Says what is to be found, and by which leak tests in containers. */
    protected CauseContract(Cause cause, Pair inContainers) {
        this.cause = cause;
        this.inContainers = inContainers;
    }

    @Test
    @Tag("long")
    void leakySubjectIsFoundInAContainer() throws IOException {
        found(inContainers);
    }

    @Test
    @Tag("long")
    void remediedSubjectIsCleanInAContainer() throws IOException {
        clean(inContainers);
    }

    final void found(Pair pair) throws IOException {
        LeakTestRun.of(cause, pair.leaky).assertFound();
    }

    final void clean(Pair pair) throws IOException {
        LeakTestRun.of(cause, pair.remedied).assertClean();
    }

    /** The leak tests of both subjects, which differ in nothing else. */
    public record Pair(Class<?> leaky, Class<?> remedied) {}
}
