package io.scupper.boot;

/** One switch for all sites of a fault: flipping it arms or lifts them at once, in loaded classes and those to come. */
public final class Gate {

    /** Whether calls are shown to the sites behind this gate. */
    public volatile boolean open;
}
