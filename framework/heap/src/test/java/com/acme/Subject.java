package com.acme;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A small program that leaks in all ways, and leaves a dump after each of two rounds, and one with garbage in it. */
public final class Subject {

    /** Operations of a round. */
    public static final int OPERATIONS = 211;

    private Subject() {}

    /** Writes {@code first.hprof}, {@code second.hprof} and {@code garbage.hprof} into a folder. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        var worker = new Pools.Worker();
        Pools.daemon(worker, "worker-3").start();
        round(worker, 0, OPERATIONS);
        bean.dumpHeap(folder.resolve("first.hprof").toString(), true);
        round(worker, OPERATIONS, 2 * OPERATIONS);
        bean.dumpHeap(folder.resolve("second.hprof").toString(), true);
        Faint.round(0, 10);
        bean.dumpHeap(folder.resolve("garbage.hprof").toString(), false);
        System.exit(0);
    }

    private static void round(Pools.Worker worker, int from, int to) throws Exception {
        Shop.Cache.round(from, to);
        Shop.Prices.round(from, to);
        Shop.Audit.round(from, to);
        Shop.Registry.round(from, to);
        Shop.Hits.round(from, to);
        Shop.Recent.round(from, to);
        Shop.Bus.round(from, to);
        Shop.Chain.round(from, to);
        Pools.Mailer.round(from, to);
        Pools.Tenants.round(from, to);
        Pools.Watchers.round(from, to);
        worker.round(from, to);
        Plugins.round(from, to);
        Faint.round(from, to);
    }
}
