package io.scupper.agent.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Collects garbage until finalizers and cleaners have run, and takes the class histogram. The management beans are first
 * touched by a reading and not when the agent starts, because they read settings that the subject may yet make.
 */
final class Collector {

    /** How long finalizers and cleaners may take. */
    private static final long REFERENCES_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A machine under load may be late with handing references over. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
    private static final Object[] NO_ARGUMENTS = {new String[0]};
    private static final String[] SIGNATURE = {String[].class.getName()};

    private @Nullable ObjectName diagnostics;

    /**
     * Collects; blocks for about two collections, and for finalizers a second at the most.
     *
     * @return the histogram as the JVM prints it, live instances only
     * @throws IllegalStateException if this JVM does not collect garbage, or has no class histogram
     */
    String collect() {
        for (int attempt = 1; !collectsGarbage(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("This JVM does not collect garbage: an object that nothing refers to is"
                        + " still there after " + attempt + " collections of " + collectors() + ".");
            }
        }
        if (!histogramCollects()) {
            run();
        }
        try {
            return String.valueOf(invoke("gcClassHistogram"));
        } catch (JMException e) {
            throw new IllegalStateException(
                    "This JVM has no class histogram (" + e + "). It needs HotSpot with the modules jdk.management and"
                            + " jdk.jfr: add them where the runtime image is linked.",
                    e);
        }
    }

    /** Returns how many collections there have been, partial ones included. */
    static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Collects, and tells whether what became garbage before is gone. */
    private boolean collectsGarbage() {
        var references = new ReferenceThreads();
        run();
        return references.awaitIdle(REFERENCES_NANOS);
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" and "));
    }

    /** Works under {@code -XX:+DisableExplicitGC} too, unlike {@link System#gc}. */
    private void run() {
        try {
            invoke("gcRun");
        } catch (JMException e) {
            System.gc();
        }
    }

    /** ZGC and Shenandoah ignore the collection that a histogram asks for, because it asks from within the VM thread. */
    private static boolean histogramCollects() {
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (each.getName().startsWith("ZGC") || each.getName().startsWith("Shenandoah")) {
                return false;
            }
        }
        return true;
    }

    private Object invoke(String operation) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        if (diagnostics == null) {
            diagnostics = new ObjectName(DIAGNOSTICS);
        }
        return server.invoke(diagnostics, operation, NO_ARGUMENTS, SIGNATURE);
    }
}
