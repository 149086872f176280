package io.scupper.agent.plant;

/** One object of a planted leak; the one class of the agent that is counted like the subject's. */
public final class Planted {

    Planted() {}

    /** Tells whether a class is this one. */
    public static boolean is(String className) {
        return className.equals(Planted.class.getName());
    }
}
