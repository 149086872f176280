package io.scupper.witness;

import io.scupper.model.JoinPoint;
import io.scupper.model.Witness.Point;
import io.scupper.model.Witness.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the collections of the JDK take an element in, of Java 17 and 25; those that others lead to are enough. A list that copies the
 * array of another collection, as {@code ArrayList.addAll} does, is not seen.
 */
record Insertions(String type, List<String> methods) {

    private static final List<Insertions> ALL = List.of(
            // Sets, LinkedHashMap and putAll lead here.
            row("java.util.HashMap", "putVal", "computeIfAbsent", "compute", "merge"),
            row("java.util.TreeMap", "put", "computeIfAbsent", "compute", "merge"),
            row("java.util.WeakHashMap", "put"),
            row("java.util.IdentityHashMap", "put"),
            row("java.util.EnumMap", "put"),
            row("java.util.Hashtable", "put", "putIfAbsent", "computeIfAbsent", "compute", "merge"),
            // Its key set leads here.
            row("java.util.concurrent.ConcurrentHashMap", "putVal", "computeIfAbsent", "compute", "merge"),
            row("java.util.concurrent.ConcurrentSkipListMap", "doPut", "computeIfAbsent", "compute", "merge"),
            row("java.util.ArrayList", "add", "set"),
            row("java.util.LinkedList", "linkFirst", "linkLast", "linkBefore"),
            row("java.util.ArrayDeque", "addFirst", "addLast"),
            row("java.util.PriorityQueue", "offer"),
            row("java.util.Vector", "add", "addElement", "insertElementAt"),
            row("java.util.concurrent.CopyOnWriteArrayList", "add", "addIfAbsent"),
            row("java.util.concurrent.ConcurrentLinkedQueue", "offer"),
            row("java.util.concurrent.ConcurrentLinkedDeque", "linkFirst", "linkLast"),
            row("java.util.concurrent.LinkedBlockingQueue", "put", "offer"),
            row("java.util.concurrent.ArrayBlockingQueue", "put", "offer"),
            row("java.util.concurrent.LinkedBlockingDeque", "putFirst", "putLast", "offerFirst", "offerLast"),
            row("java.util.concurrent.PriorityBlockingQueue", "offer"),
            row("java.util.concurrent.LinkedTransferQueue", "put", "offer", "add"),
            row("java.lang.ThreadLocal", "set", "setInitialValue"));

    Insertions {
        methods = List.copyOf(methods);
    }

    /** Returns them for elements, keys and values of a class, as far as some caller inserts them. */
    static List<Point> of(String elementClass, String caller) {
        return ALL.stream()
                .flatMap(Insertions::joinPoints)
                .map(at -> new Point(at.calledFrom(caller), Subject.ANY, elementClass))
                .toList();
    }

    private Stream<JoinPoint> joinPoints() {
        return methods.stream().map(method -> JoinPoint.of("collection", type, method, -1));
    }

    private static Insertions row(String type, String... methods) {
        return new Insertions(type, List.of(methods));
    }
}
