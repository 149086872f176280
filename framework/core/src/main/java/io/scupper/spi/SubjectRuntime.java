package io.scupper.spi;

/** Starts subjects of one kind; found by {@link java.util.ServiceLoader}. */
public interface SubjectRuntime {

    RuntimeKind kind();

    /**
     * Starts the companions, then the subject with the agent in it, and waits until it is ready, bounded by
     * {@link SubjectSpec#readyWithin()}.
     *
     * @throws io.scupper.model.ScupperException if it does not get ready, with the last lines it printed; nothing is left
     *     running then
     */
    RunningSubject start(SubjectSpec spec);
}
