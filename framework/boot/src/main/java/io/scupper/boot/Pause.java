package io.scupper.boot;

/** A wait that a site has decided on, carried out by the calling thread after it has left the guard. */
public interface Pause {

    /** Waits; returns with the thread's interrupt flag as the subject should see it. */
    void await();
}
