package io.scupper.engine;

/** One operation of the workload; carried out many times, possibly by several threads at once. */
@FunctionalInterface
public interface Operation {

    /** Does nothing: the faults bring all the traffic. */
    Operation NONE = () -> {};

    /** Carries it out once; an exception means that it missed. */
    void run() throws Throwable;
}
