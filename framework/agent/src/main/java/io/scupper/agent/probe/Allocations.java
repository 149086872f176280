package io.scupper.agent.probe;

import com.sun.management.ThreadMXBean;
import io.scupper.boot.AgentThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;

/**
 * Reads what the subject's threads have allocated since it was read last, without the agent's own. From Java 21 on the JVM tells a
 * total with the threads that have ended; before, each live thread is asked, and it is told how many ended unasked. What threads of
 * the VM do is on no heap. Used by the agent's thread alone.
 */
public final class Allocations {

    private static final String TOTAL = "TotalThreadAllocatedBytes";

    private Map<Long, Long> before = new HashMap<>();
    private long startedBefore;
    private long totalBefore;

    /**
     * Reads.
     *
     * @return the bytes, and how many threads ended whose bytes are not among them
     * @throws IllegalStateException if this JVM does not tell
     */
    public Object[] read() {
        ThreadMXBean threads = bean();
        // First, because asking for it the first time takes megabytes, on a thread of the agent's own: those must be in
        // both or in none.
        long total = total();
        long started = threads.getTotalStartedThreadCount();
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        var now = new HashMap<Long, Long>();
        long subject = 0;
        long own = 0;
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0 && infos[i] != null) {
                now.put(ids[i], bytes[i]);
                long more = bytes[i] - before.getOrDefault(ids[i], 0L);
                if (infos[i].getThreadName().startsWith(AgentThread.PREFIX)) {
                    own += more;
                } else {
                    subject += more;
                }
            }
        }
        long lost = Math.max(0, before.size() + started - startedBefore - now.size());
        before = now;
        startedBefore = started;
        if (total < 0) {
            return new Object[] {subject, lost};
        }
        long all = total - totalBefore;
        totalBefore = total;
        return new Object[] {all - own, 0L};
    }

    /**
     * Returns the bean that tells.
     *
     * @throws IllegalStateException if this JVM does not
     */
    static ThreadMXBean bean() {
        java.lang.management.ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (threads instanceof ThreadMXBean
                && ((ThreadMXBean) threads).isThreadAllocatedMemorySupported()
                && ((ThreadMXBean) threads).isThreadAllocatedMemoryEnabled()) {
            return (ThreadMXBean) threads;
        }
        throw new IllegalStateException(
                "This JVM does not tell what its threads allocate. It needs HotSpot with the module"
                        + " jdk.management, and nobody who turns it off (setThreadAllocatedMemoryEnabled).");
    }

    /** By name, because the agent is compiled for Java 11. Negative where the JVM has no such total. */
    private static long total() {
        try {
            Object total = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(ManagementFactory.getThreadMXBean().getObjectName(), TOTAL);
            return (Long) total;
        } catch (AttributeNotFoundException e) {
            return -1;
        } catch (JMException e) {
            throw new IllegalStateException("The JVM does not tell what its threads allocated: " + e, e);
        }
    }
}
