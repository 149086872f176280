package io.scupper.ext.container;

import io.scupper.model.ScupperException;

/** Asks for an engine where there is none, and prints what comes of it. */
public final class StartWithoutEngine {

    private StartWithoutEngine() {}

    public static void main(String[] arguments) {
        try {
            Engine.require();
        } catch (ScupperException e) {
            System.out.println(e.getMessage());
        }
        System.exit(0);
    }
}
