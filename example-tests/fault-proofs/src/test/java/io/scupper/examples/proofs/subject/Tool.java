package io.scupper.examples.proofs.subject;

/** A thing of the {@link Workshop} that is taken and given back, or that is over at once, each time it is used. */
interface Tool {

    /** Takes and gives back. Called by a thread of its own. */
    void use() throws Exception;

    /** Returns how much has not been given back; 0 for what takes nothing but time. */
    default int out() {
        return 0;
    }
}
