package io.scupper.ext.outside;

import io.scupper.ext.outside.HeapProfile.Site;
import io.scupper.model.ClassCount;
import io.scupper.model.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the live objects of a heap were allocated: equal stacks together, whatever the size of what they allocate.
 *
 * @param byStack the stack as messages show it
 */
record AllocationSites(Map<List<String>, Allocated> byStack) {

    static final AllocationSites NONE = new AllocationSites(Map.of());

    /** Reads them off a profile. */
    static AllocationSites of(HeapProfile profile) {
        Map<List<String>, Allocated> byStack = new LinkedHashMap<>();
        for (Site site : profile.sites()) {
            if (site.isTelling()) {
                byStack.merge(
                        site.texts(),
                        new Allocated(site.name(), site.objects(), site.bytes(), site.allocated()),
                        Allocated::plus);
            }
        }
        return new AllocationSites(byStack);
    }

    long bytes() {
        return byStack.values().stream().mapToLong(Allocated::bytes).sum();
    }

    /** Returns what is live by the function that allocates it. */
    Map<String, ClassCount> classes() {
        Map<String, ClassCount> classes = new HashMap<>();
        byStack.values().stream()
                .filter(each -> each.objects() > 0)
                .forEach(each -> classes.merge(
                        // Shared between snapshots, of which there are many.
                        each.name().intern(),
                        new ClassCount(each.objects(), each.bytes()),
                        (some, more) ->
                                new ClassCount(some.instances() + more.instances(), some.bytes() + more.bytes())));
        return classes;
    }

    /** Returns the stacks from which a function has allocated what has stayed since then, those of most first. */
    List<Origin> since(AllocationSites before, String name) {
        return byStack.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .map(entry -> origin(
                        entry.getKey(), entry.getValue(), before.byStack.getOrDefault(entry.getKey(), Allocated.NONE)))
                .filter(origin -> origin.stayed() > 0)
                .sorted(java.util.Comparator.comparingLong(Origin::stayed).reversed())
                .toList();
    }

    private static Origin origin(List<String> stack, Allocated now, Allocated before) {
        return new Origin("allocated", now.objects() - before.objects(), now.allocated() - before.allocated(), stack);
    }

    /**
     * What one stack has allocated.
     *
     * @param name of the function that stands for it
     * @param allocated objects in all, those that are gone included
     */
    record Allocated(String name, long objects, long bytes, long allocated) {

        static final Allocated NONE = new Allocated("", 0, 0, 0);

        Allocated plus(Allocated other) {
            return new Allocated(name, objects + other.objects, bytes + other.bytes, allocated + other.allocated);
        }
    }
}
