package io.scupper.agent.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads how near the subject is to the end of its memory: some beans and files, and no collection. */
public final class Vitals {

    private static final long UNKNOWN = -1;

    /** Version 1 of control groups writes a number like this where there is no limit. */
    private static final long NO_LIMIT = 1L << 60;

    private static final Path GROUPS = Path.of("/proc/self/cgroup");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");

    private Vitals() {}

    /** Returns what the last collections left, of how much the heap may have; what is resident, of how much may be. */
    public static Object[] read() {
        return new Object[] {liveBytes(), Runtime.getRuntime().maxMemory(), residentBytes(), limitBytes()};
    }

    /** What is there after a collection is as good as live; a pool that none has come by yet counts as empty. */
    private static long liveBytes() {
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage left = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            live += left == null ? 0 : left.getUsed();
        }
        return live;
    }

    private static long residentBytes() {
        for (String line : lines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        return UNKNOWN;
    }

    /** Returns the least limit of this process's control group and those around it. */
    private static long limitBytes() {
        long least = NO_LIMIT;
        for (String line : lines(GROUPS)) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].isEmpty()) {
                least = Math.min(least, leastOf(MOUNT, parts[2], "memory.max"));
            } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
                least = Math.min(least, leastOf(MOUNT.resolve("memory"), parts[2], "memory.limit_in_bytes"));
            }
        }
        return least >= NO_LIMIT ? UNKNOWN : least;
    }

    /** Within a container the path may be that of the host, which is not there; what is mounted is then the container's own. */
    private static long leastOf(Path mount, String group, String file) {
        long least = limit(mount.resolve(file));
        Path folder = mount;
        for (String name : group.split("/")) {
            folder = folder.resolve(name);
            least = Math.min(least, limit(folder.resolve(file)));
        }
        return least;
    }

    private static long limit(Path file) {
        for (String line : lines(file)) {
            if (line.matches("\\d{1,18}")) {
                return Long.parseLong(line);
            }
        }
        return NO_LIMIT;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // Not to be read in this process; then nothing is known, and nothing is held against the subject.
            return List.of();
        }
    }
}
