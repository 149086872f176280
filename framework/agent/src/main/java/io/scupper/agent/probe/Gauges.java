package io.scupper.agent.probe;

import io.scupper.agent.jvm.Own;
import io.scupper.agent.jvm.Reach;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.instrument.Instrumentation;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Reads what the JVM and its libraries keep beside the heap: buffers, classes and their loaders, files that are to be deleted
 * on exit, values of chosen types in thread locals. Means something only after a collection, which is what gives these back.
 */
final class Gauges {

    private static final String COUNT = "COUNT";
    private static final String BYTES = "BYTES";

    private final Instrumentation instrumentation;
    private final Reach reach;
    private final ThreadLocals threadLocals;

    Gauges(Instrumentation instrumentation, Reach reach) {
        this.threadLocals = new ThreadLocals(reach);
        this.instrumentation = instrumentation;
        this.reach = reach;
    }

    /** Looks out for values of these classes in the thread locals of live threads. */
    void watchThreadLocals(List<String> classNames) {
        threadLocals.watch(classNames);
    }

    void addTo(List<Line> lines) {
        threadLocals.addTo(lines);
        for (BufferPoolMXBean each : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            // There is a third kind, "mapped - 'non-volatile memory'", which few have and none leak by accident.
            if (each.getName().indexOf(' ') < 0) {
                lines.add(Line.of(Verbs.GAUGE, "buffers", each.getName(), BYTES, each.getMemoryUsed()));
            }
        }
        addFromClasses(lines);
    }

    private void addFromClasses(List<Line> lines) {
        Set<ClassLoader> loaders = Collections.newSetFromMap(new IdentityHashMap<>());
        long netty = 0;
        long classes = 0;
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            classes += each.isArray() || Own.owns(each.getName()) ? 0 : 1;
            if (each.getClassLoader() != null) {
                loaders.add(each.getClassLoader());
            }
            if (each.getName().equals("java.io.DeleteOnExitHook")) {
                // Its set is null once the JVM shuts down.
                Object files = valueOf(each, "files");
                long count = files instanceof Collection ? ((Collection<?>) files).size() : 0;
                lines.add(Line.of(Verbs.GAUGE, "delete-on-exit", "files", COUNT, count));
            } else if (each.getName().equals("io.netty.util.internal.PlatformDependent")) {
                // Memory that it takes past the JDK, of which no management bean knows.
                netty += count(each);
            }
        }
        lines.add(Line.of(Verbs.GAUGE, "classes", "loaded", COUNT, classes));
        lines.add(Line.of(Verbs.GAUGE, "classes", "loaders", COUNT, loaders.size()));
        lines.add(Line.of(Verbs.GAUGE, "buffers", "direct of Netty", BYTES, netty));
    }

    /** Versions that have no such counter take their memory from the JDK, which counts it. */
    private long count(Class<?> platform) {
        for (Field each : platform.getDeclaredFields()) {
            if (each.getName().equals("DIRECT_MEMORY_COUNTER")) {
                Object counter = valueOf(platform, each.getName());
                return counter instanceof Number ? ((Number) counter).longValue() : 0;
            }
        }
        return 0;
    }

    /** Returns what is in a static field. */
    private Object valueOf(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            Object value = reach.open(type, field).get(null);
            return value == null ? "null" : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " of this version has no field '" + name + "'.", e);
        }
    }
}
