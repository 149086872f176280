package io.scupper.agent.dump;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lets the JVM dump its live heap. A class of its own, so that no other one fails where this JVM cannot. */
final class HeapDumper {

    private static final String NEEDS =
            "This JVM takes no heap dumps. It needs HotSpot with the module jdk.management: add"
                    + " it where the runtime image is linked.";

    private HeapDumper() {}

    /**
     * Writes the objects that are reachable into a new file.
     *
     * @throws IllegalStateException if this JVM takes no dumps
     */
    static void dump(Path file) throws IOException {
        HotSpotDiagnosticMXBean bean = bean();
        if (bean == null) {
            throw new IllegalStateException(NEEDS);
        }
        bean.dumpHeap(file.toString(), true);
    }

    private static @Nullable HotSpotDiagnosticMXBean bean() {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        } catch (LinkageError | IllegalArgumentException e) {
            throw new IllegalStateException(NEEDS, e);
        }
    }
}
