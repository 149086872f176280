package io.scupper.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent read inside the subject in one call.
 *
 * @param heap live bytes are 0 unless this snapshot was taken after a collection
 * @param collections how many garbage collections the JVM has had, partial ones included
 * @param classes live instances by class; empty unless taken after a collection
 * @param descriptors open file descriptors by kind: {@code file}, {@code socket}, {@code pipe}, {@code other}; empty
 *     where the system has no {@code /proc}
 * @param gauges what the JVM keeps beside the heap: buffers, classes; empty unless taken after a collection
 * @param targets open files by folder and ending, digits as {@code *}; empty unless taken after a collection
 * @param sites what each woven fault has done so far, by fault id
 */
public record Snapshot(
        Sample.Heap heap,
        long collections,
        Map<String, ClassCount> classes,
        List<ThreadState> threads,
        List<SocketState> sockets,
        Map<String, Long> descriptors,
        Map<String, Long> targets,
        List<PoolState> pools,
        Map<Resource, Long> gauges,
        Map<String, FaultCount> sites) {

    public Snapshot {
        classes = FrozenMap.copyOf(classes);
        threads = List.copyOf(threads);
        sockets = List.copyOf(sockets);
        descriptors = Map.copyOf(descriptors);
        targets = Map.copyOf(targets);
        pools = List.copyOf(pools);
        gauges = Map.copyOf(gauges);
        sites = Map.copyOf(sites);
    }

    /** Returns this snapshot with the fewer instances of each class, its own or those; a class that one lacks is dropped. */
    public Snapshot withFewest(Map<String, ClassCount> others) {
        var fewest = new HashMap<String, ClassCount>();
        classes.forEach((name, count) -> {
            ClassCount other = others.get(name);
            if (other != null) {
                fewest.put(name, count.instances() <= other.instances() ? count : other);
            }
        });
        return new Snapshot(heap, collections, fewest, threads, sockets, descriptors, targets, pools, gauges, sites);
    }

    /**
     * A live thread, the agent's own left out.
     *
     * @param stack the topmost frames, nearest first
     */
    public record ThreadState(String name, String state, List<String> stack) {

        public ThreadState {
            stack = List.copyOf(stack);
        }
    }

    /**
     * A TCP socket, the agent's own left out.
     *
     * @param state as the kernel names it: {@code ESTABLISHED}, {@code CLOSE_WAIT}, {@code LISTEN}, …
     */
    public record SocketState(String state, String local, int localPort, String remote, int remotePort) {}

    /**
     * A pool of connections: how many are out, in, and waited for.
     *
     * @param most how many it may have; 0 where that is not known
     */
    public record PoolState(String library, String name, long leased, long idle, long pending, long most) {

        /** Makes one of which it is not known how many it may have. */
        public PoolState(String library, String name, long leased, long idle, long pending) {
            this(library, name, leased, idle, pending, 0);
        }

        /** Returns how reports call it; pools that are called the same are counted together. */
        public String label() {
            return name.isBlank() ? library : library + " '" + name + "'";
        }
    }

    /**
     * What a woven fault has done.
     *
     * @param matched calls that its join points saw while it was armed
     * @param fired those it was applied to
     * @param held what it withholds now
     * @param capped firings that a cap forbade
     * @param sites join points that were found in loaded classes
     */
    public record FaultCount(long matched, long fired, long held, long capped, long sites) {

        public static final FaultCount NONE = new FaultCount(0, 0, 0, 0, 0);
    }
}
