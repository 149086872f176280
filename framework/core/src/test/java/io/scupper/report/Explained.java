package io.scupper.report;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.HeapPath.Mark;
import io.scupper.model.HeapPath.Place;
import io.scupper.model.HeapPath.Step;
import io.scupper.model.Origin;
import io.scupper.model.Suspect;
import java.util.List;
import java.util.Optional;

/** A suspect of which everything is known. */
final class Explained {

    private static final Counts ONE = new Counts(1, 1);
    private static final Counts GREW = new Counts(211, 422);

    private Explained() {}

    static Suspect orders() {
        return new Suspect(
                "heap:com.acme.Order",
                "2321 more than baseline (baseline 0, now 2321, +1.000 per operation)",
                List.of("without the fault it grew by +0.000 per operation"),
                List.of(byMap(), byThread()),
                List.of(new Origin(
                        "inserted",
                        211,
                        211,
                        List.of(
                                "java.util.concurrent.ConcurrentHashMap.put(ConcurrentHashMap.java:1006)",
                                "com.acme.Orders.keep(Orders.java:31)",
                                "com.acme.OrderController.post(OrderController.java:52)"))),
                Optional.of("com.acme.Orders.recent"),
                "dae8524b43aa",
                "Bound it.");
    }

    private static HeapPath byMap() {
        return new HeapPath(
                "dae8524b43aa",
                "static field of class com.acme.Orders",
                List.of(
                        new Step("", "class com.acme.Orders", ONE, List.of()),
                        new Step(
                                "com.acme.Orders.recent",
                                "java.util.concurrent.ConcurrentHashMap",
                                ONE,
                                List.of(Mark.HOLDS, Mark.CULPRIT)),
                        new Step("[value]", "com.acme.Order", GREW, List.of(Mark.GROWS))),
                new Place("com.acme.Orders.recent", "ConcurrentHashMap", GREW, "entries", List.of("o-17", "o-18")),
                Optional.of("com.acme.Orders.recent"),
                GREW,
                new Counts(1_678_000, 3_355_443));
    }

    private static HeapPath byThread() {
        return new HeapPath(
                "7f336f322028",
                "thread local of thread \"http-7\"",
                List.of(
                        new Step("", "java.lang.Thread", ONE, List.of()),
                        new Step(
                                "java.lang.Thread.threadLocals",
                                "java.lang.ThreadLocal$ThreadLocalMap",
                                ONE,
                                List.of()),
                        new Step("[thread local com.acme.Audit.SEEN]", "java.util.ArrayList", ONE, List.of(Mark.HOLDS)),
                        new Step("[element]", "com.acme.Order", GREW, List.of(Mark.GROWS))),
                new Place("thread local com.acme.Audit.SEEN", "ArrayList", GREW, "elements", List.of()),
                Optional.empty(),
                GREW,
                new Counts(0, 0));
    }
}
