package io.scupper.agent.probe;

import com.sun.management.ThreadMXBean;
import io.scupper.boot.AgentThread;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads which of the subject's platform threads have allocated since this was read last, how much, and where they are now. Used by the
 * agent's thread alone.
 */
public final class AllocatingThreads {

    private Map<Long, Long> before = new HashMap<>();

    /**
     * Reads; what a thread has allocated in all is told of one that was not there before.
     *
     * @throws IllegalStateException if this JVM does not tell
     */
    public List<Line> read() {
        ThreadMXBean threads = Allocations.bean();
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        var now = new HashMap<Long, Long>();
        long[] allocating = new long[ids.length];
        long[] more = new long[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            now.put(ids[i], bytes[i]);
            long since = bytes[i] - before.getOrDefault(ids[i], 0L);
            if (since > 0) {
                allocating[count] = ids[i];
                more[count] = since;
                count++;
            }
        }
        ThreadInfo[] infos = threads.getThreadInfo(Arrays.copyOf(allocating, count), NumberedStacks.MOST_FRAMES);
        var lines = new ArrayList<Line>();
        var stacks = new NumberedStacks(lines);
        for (int i = 0; i < count; i++) {
            // One that has ended meanwhile is null.
            if (infos[i] != null && !infos[i].getThreadName().startsWith(AgentThread.PREFIX)) {
                int stack = stacks.number(Arrays.asList(infos[i].getStackTrace()));
                lines.add(Line.of(Verbs.ALLOCATED, allocating[i], more[i], stack));
            }
        }
        before = now;
        return lines;
    }
}
