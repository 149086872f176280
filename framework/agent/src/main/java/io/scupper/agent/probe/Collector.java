package io.scupper.agent.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Collects garbage until finalizers and cleaners have run, and takes the class histogram. The management beans are first
 * touched here and not when the agent starts, because they read settings that the subject may yet make.
 */
final class Collector {

    /** How long finalizers and cleaners may take. */
    private static final long REFERENCES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
    private static final Object[] NO_ARGUMENTS = {new String[0]};
    private static final String[] SIGNATURE = {String[].class.getName()};

    private @Nullable ObjectName diagnostics;

    /**
     * Collects; blocks for about two collections, and for finalizers a second at the most.
     *
     * @return the histogram as the JVM prints it, live instances only
     * @throws IllegalStateException if this JVM has no class histogram
     */
    String collect() {
        var references = new ReferenceThreads();
        run();
        references.awaitIdle(REFERENCES_NANOS);
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
