package io.scupper.explain;

import io.scupper.model.Origin;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the code that brought forth the threads of one group: who submitted the tasks that keep a pool's threads busy, and who
 * started the threads themselves, since both may be what is wrong.
 */
final class ThreadOrigins {

    private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor.runWorker(";
    private static final String IDLE = "java.util.concurrent.ThreadPoolExecutor.getTask(";
    private static final String FORK_JOIN = "java.util.concurrent.ForkJoinTask.doExec(";

    private ThreadOrigins() {}

    /**
     * Returns them, the first of each kind before the others.
     *
     * @param stayed threads of the group that have stayed; empty if none is known, then nothing can be ruled out
     * @param submitted of the tasks of all pools
     * @param started of the threads
     */
    static List<Origin> of(List<ThreadStack> stayed, List<Origin> submitted, List<Origin> started) {
        boolean haveTasks = stayed.isEmpty() || stayed.stream().anyMatch(ThreadOrigins::isAtATask);
        return inTurns(haveTasks ? submitted : List.of(), started);
    }

    /** Leaves out what started other threads than these, unless it is not known what started these. */
    static List<Origin> ofThese(List<ThreadStack> stayed, List<Origin> started) {
        Set<List<String>> stacks = stayed.stream().map(ThreadStack::started).collect(Collectors.toSet());
        List<Origin> theirs = started.stream()
                .filter(origin -> stacks.contains(origin.frames()))
                .toList();
        return theirs.isEmpty() ? started : theirs;
    }

    /** A thread of a pool that waits for its next task has none: whoever submitted the last one is not to blame. */
    private static boolean isAtATask(ThreadStack thread) {
        boolean isWorker = thread.frames().stream().anyMatch(frame -> frame.startsWith(WORKER));
        boolean isIdle = thread.frames().stream().anyMatch(frame -> frame.startsWith(IDLE));
        return isWorker && !isIdle || thread.frames().stream().anyMatch(frame -> frame.startsWith(FORK_JOIN));
    }

    private static List<Origin> inTurns(List<Origin> some, List<Origin> others) {
        var all = new ArrayList<Origin>();
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            some.stream().skip(i).limit(1).forEach(all::add);
            others.stream().skip(i).limit(1).forEach(all::add);
        }
        return all;
    }
}
