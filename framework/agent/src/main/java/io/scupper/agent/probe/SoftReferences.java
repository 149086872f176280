package io.scupper.agent.probe;

import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.ref.SoftReference;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * Counts the soft references of a JVM that keeps what they refer to for as long as it has memory to spare: what is held by
 * them looks like a leak and is none. A JVM that is told to clear them in each full collection has none that count.
 */
final class SoftReferences {

    private static final String DIAGNOSTIC = "com.sun.management:type=HotSpotDiagnostic";
    private static final Object[] POLICY = {"SoftRefLRUPolicyMSPerMB"};
    private static final String[] SIGNATURE = {String.class.getName()};

    private final Instrumentation instrumentation;

    SoftReferences(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Returns how many there are, those of subclasses included. */
    long count(Histogram histogram) {
        if (areCleared()) {
            return 0;
        }
        long count = 0;
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (SoftReference.class.isAssignableFrom(each)) {
                count += histogram.instances(each.getName());
            }
        }
        return count;
    }

    private static boolean areCleared() {
        try {
            Object option = ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(DIAGNOSTIC), "getVMOption", POLICY, SIGNATURE);
            return "0".equals(((CompositeData) option).get("value"));
        } catch (JMException e) {
            return false;
        }
    }
}
