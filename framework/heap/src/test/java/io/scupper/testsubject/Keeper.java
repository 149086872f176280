package io.scupper.testsubject;

import java.util.ArrayList;
import java.util.List;

/** A class that looks like the agent's own, unless it is told to be the application's. */
public final class Keeper {

    public static final List<Object> KEPT = new ArrayList<>();

    private Keeper() {}
}
