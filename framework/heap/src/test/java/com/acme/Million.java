package com.acme;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A program that grows by a million objects of each of two classes from one dump to the next. */
public final class Million {

    static final Map<Integer, Grain> GRAINS = new HashMap<>();
    static Link links;

    private Million() {}

    static final class Grain {}

    static final class Link {
        private final Link next;

        Link(Link next) {
            this.next = next;
        }
    }

    /** Writes two dumps into a folder. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        grow(1_000);
        bean.dumpHeap(folder.resolve("first.hprof").toString(), true);
        grow(1_000_000);
        bean.dumpHeap(folder.resolve("second.hprof").toString(), true);
        System.exit(0);
    }

    private static void grow(int count) {
        for (int i = 0; i < count; i++) {
            GRAINS.put(GRAINS.size(), new Grain());
            links = new Link(links);
        }
    }
}
