package io.scupper.examples.causes;

import io.scupper.examples.causetable.Cause;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is asked of each cause whose subject runs without containers, too. */
public abstract class ForkedCauseContract extends CauseContract {

    private final Pair forked;

    /** As the contract of all, with the leak tests in a JVM of their subject's own. */
    protected ForkedCauseContract(Cause cause, Pair forked, Pair inContainers) {
        super(cause, inContainers);
        this.forked = forked;
    }

    @Test
    void leakySubjectIsFound() throws IOException {
        found(forked);
    }

    @Test
    void remediedSubjectIsClean() throws IOException {
        clean(forked);
    }
}
