package io.scupper.agent.probe;

import io.scupper.agent.jvm.Reach;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of chosen types that live threads keep in their thread locals. Reads the maps of other threads without
 * their leave, so a count may be off by what moves at that moment; the runner reads it while the subject is at rest.
 */
final class ThreadLocals {

    private static final String[] MAPS = {"threadLocals", "inheritableThreadLocals"};

    private final Reach reach;
    private List<String> types = List.of();

    ThreadLocals(Reach reach) {
        this.reach = reach;
    }

    /** Looks out for values of these classes, by name, in the place of those looked out for before. */
    void watch(List<String> classNames) {
        types = List.copyOf(classNames);
    }

    void addTo(List<Line> lines) {
        if (types.isEmpty()) {
            return;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        types.forEach(type -> counts.put(type, 0L));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (Object value : values(thread)) {
                counts.computeIfPresent(value.getClass().getName(), (type, count) -> count + 1);
            }
        }
        counts.forEach((type, count) -> lines.add(Line.of(Verbs.GAUGE, "thread-locals", type, "COUNT", count)));
    }

    private List<Object> values(Thread thread) {
        var values = new ArrayList<Object>();
        try {
            for (String map : MAPS) {
                addValues(get(Thread.class, map, thread), values);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM keeps thread locals in another way: " + e, e);
        }
        return values;
    }

    private void addValues(@Nullable Object map, List<Object> values) throws ReflectiveOperationException {
        Object table = map == null ? null : get(map.getClass(), "table", map);
        for (int i = 0; table != null && i < Array.getLength(table); i++) {
            Object entry = Array.get(table, i);
            // The value of an entry whose thread local is gone stays until the map is next tidied up: kept all the
            // same.
            Object value = entry instanceof Reference ? get(entry.getClass(), "value", entry) : null;
            if (value != null) {
                values.add(value);
            }
        }
    }

    private @Nullable Object get(Class<?> type, String name, Object from) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        return reach.open(type, field).get(from);
    }
}
