package io.scupper.example.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Consumer;

/** Widgets in collections of each kind, as keys, values and elements. */
final class Filled {

    private static final int CAPACITY = 1_000;
    private static final Comparator<Widget> ORDER = Comparator.comparingLong(widget -> widget.number);

    private final List<Object> collections = new ArrayList<>();
    private final int count;

    private Filled(int count) {
        this.count = count;
    }

    static List<Object> with(String kinds, int count) {
        var filled = new Filled(count);
        switch (kinds) {
            case "maps":
                filled.fill(List.of(new HashMap<>(), new Hashtable<>(), new ConcurrentHashMap<>()));
                break;
            case "sortedMaps":
                filled.fill(List.of(new TreeMap<>(), new ConcurrentSkipListMap<>()));
                filled.fillOtherMaps();
                break;
            default:
                filled.fillLists();
                filled.fillQueues();
        }
        return filled.collections;
    }

    private void fill(List<Map<Object, Object>> maps) {
        for (Map<Object, Object> map : maps) {
            fill(map, widget -> map.put(widget.number, widget));
            fill(map, widget -> map.computeIfAbsent(-widget.number - 1, any -> widget));
            fill(map, widget -> map.compute(CAPACITY + widget.number, (key, value) -> widget));
            fill(map, widget -> map.merge(2 * CAPACITY + widget.number, widget, (one, other) -> other));
        }
    }

    private void fillOtherMaps() {
        var weak = new WeakHashMap<Widget, Widget>();
        fill(weak, widget -> weak.put(widget, widget));
        var byIdentity = new IdentityHashMap<Widget, String>();
        fill(byIdentity, widget -> byIdentity.put(widget, ""));
        var local = new ThreadLocal<Widget>();
        fill(local, local::set);
    }

    private void fillLists() {
        for (List<Widget> list : List.of(
                new ArrayList<Widget>(),
                new LinkedList<Widget>(),
                new CopyOnWriteArrayList<Widget>(),
                new Stack<Widget>())) {
            fill(list, list::add);
        }
    }

    private void fillQueues() {
        for (Queue<Widget> queue : List.of(
                new ArrayDeque<Widget>(),
                new PriorityQueue<>(ORDER),
                new PriorityBlockingQueue<>(11, ORDER),
                new ConcurrentLinkedQueue<Widget>(),
                new ConcurrentLinkedDeque<Widget>(),
                new LinkedBlockingQueue<Widget>(),
                new LinkedBlockingDeque<Widget>(),
                new ArrayBlockingQueue<Widget>(CAPACITY),
                new LinkedTransferQueue<Widget>())) {
            fill(queue, queue::add);
        }
    }

    private void fill(Object collection, Consumer<Widget> insertion) {
        collections.add(collection);
        for (int i = 0; i < count; i++) {
            insertion.accept(new Widget(i));
        }
    }
}
