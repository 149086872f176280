package io.scupper.explain;

import io.scupper.model.Origin;
import io.scupper.model.Resource;
import io.scupper.model.ThreadStack;
import io.scupper.trace.Frames;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Chooses, of all the code that was seen to bring something forth, what tells most about one thing that grew. */
final class Origins {

    /** Those of less than this share of all that stayed are by-products. */
    private static final double LEAST_SHARE = 0.1;

    private static final int MOST = 3;

    /** What was looked out for, by what grew, the most telling first. */
    private static final Map<String, List<String>> WITNESSES = Map.of(
            "leases", List.of("leases", "sockets"),
            "sockets", List.of("leases", "sockets"),
            "descriptors:file", List.of("descriptors"),
            "descriptors:socket", List.of("leases", "sockets"),
            "descriptors", List.of("descriptors", "sockets"),
            "buffers", List.of("buffers"),
            "delete-on-exit", List.of("delete-on-exit"));

    /** What stays open, or lent, though the object that stood for it was collected. */
    private static final Set<String> OUTLIVE_THEIR_OBJECT = Set.of("leases", "sockets", "descriptors");

    /** What is done to bring one forth; a class loader or an instance is made. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("insertions", "inserted"),
            Map.entry("threads", "started"),
            Map.entry("virtual-threads", "started"),
            Map.entry("tasks", "submitted"),
            Map.entry("scheduled-tasks", "submitted"),
            Map.entry("leases", "leased"),
            Map.entry("sockets", "connected"),
            Map.entry("descriptors", "opened"),
            Map.entry("buffers", "allocated"),
            Map.entry("class-definitions", "defined"),
            Map.entry("delete-on-exit", "registered"));

    private Origins() {}

    /** Returns the origins of what a finding is about, those of which something stayed before those that lost it; may be empty. */
    static List<Origin> of(String probe, String name, Evidence evidence) {
        if (probe.equals("threads")) {
            List<ThreadStack> stayed = evidence.residue().platformThreads(name);
            List<Origin> started = ThreadOrigins.ofThese(stayed, seen("threads", evidence));
            return ThreadOrigins.of(stayed, stayed("tasks", seen("tasks", evidence)), stayed("threads", started));
        }
        if (probe.equals(Resource.GOROUTINES)) {
            return ofGoroutines(evidence.residue().goroutines(name));
        }
        List<String> witnesses = witnesses(probe, name);
        if (probe.equals("classes")) {
            return ofClasses(evidence);
        }
        if (probe.equals("rabbitmq")) {
            return ofDeliveries(seen("deliveries", evidence));
        }
        if (!OUTLIVE_THEIR_OBJECT.contains(probe)) {
            return first(witnesses, evidence, List.of(Origin::stayed));
        }
        // A lease that was lost is what the pool misses; the sockets that stay are the pool's own.
        List<String> surest = probe.equals("leases") ? witnesses.subList(0, 1) : witnesses;
        List<Origin> sure = first(surest, evidence, List.of(Origin::stayed, Origin::lost));
        return sure.isEmpty() ? first(witnesses, evidence, List.of(Origin::stayed, Origin::lost)) : sure;
    }

    /** Loaders that come as operations do are what classes leak by; one that came by the way has nothing to do with it. */
    private static List<Origin> ofClasses(Evidence evidence) {
        List<Origin> loaders = stayed("class-loaders", seen("class-loaders", evidence));
        long came = loaders.stream().mapToLong(Origin::stayed).sum();
        boolean isTelling = came > 0 && came >= LEAST_SHARE * evidence.residue().operations();
        return isTelling ? loaders : stayed("class-definitions", seen("class-definitions", evidence));
    }

    /** Of whoever takes messages it is told where, and not how many stay: nobody sees one acknowledged. */
    private static List<Origin> ofDeliveries(List<Origin> deliveries) {
        List<Origin> own = deliveries.stream()
                .filter(each -> each.frames().stream().anyMatch(Frames::isApplication))
                .toList();
        return most(together(own), Origin::seen).stream()
                .map(each -> new Origin("taken", 0, each.seen(), each.frames()))
                .toList();
    }

    /** Each tells who started it; of those that have ended nobody knows how many there were. */
    private static List<Origin> ofGoroutines(List<ThreadStack> stayed) {
        return stayed.stream()
                .filter(goroutine -> !goroutine.started().isEmpty())
                .collect(Collectors.groupingBy(ThreadStack::started, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new Origin("started", each.getValue(), 0, each.getKey()))
                .filter(origin -> origin.stayed() >= LEAST_SHARE * stayed.size())
                .sorted(Comparator.comparingLong(Origin::stayed).reversed())
                .limit(MOST)
                .toList();
    }

    /** Returns the origins of what only the collector closes: those that lost it first; may be empty. */
    static List<Origin> ofLost(String probe, String name, Evidence evidence) {
        return first(witnesses(probe, name), evidence, List.of(Origin::lost, Origin::stayed));
    }

    private static List<String> witnesses(String probe, String name) {
        return switch (probe) {
            case "heap" -> List.of("insertions of " + name, "instances of " + name);
            case "tasks" ->
                name.equals("virtual threads") ? List.of("virtual-threads") : List.of("scheduled-tasks", "tasks");
            default -> WITNESSES.getOrDefault(probe + ":" + name, WITNESSES.getOrDefault(probe, List.of()));
        };
    }

    /** Returns those of the first witness that counted some by the first of the counts that tells anything. */
    private static List<Origin> first(List<String> witnesses, Evidence evidence, List<ToLongFunction<Origin>> counts) {
        return counts.stream()
                .flatMap(count -> witnesses.stream().map(witness -> telling(witness, seen(witness, evidence), count)))
                .filter(origins -> !origins.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Of leases there is a witness for each library. */
    private static List<Origin> seen(String witness, Evidence evidence) {
        return evidence.origins().entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(witness) || entry.getKey().startsWith(witness + ":"))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static List<Origin> stayed(String witness, List<Origin> origins) {
        return telling(witness, origins, Origin::stayed);
    }

    private static List<Origin> telling(String witness, List<Origin> origins, ToLongFunction<Origin> count) {
        String word = WORDS.getOrDefault(witness.replaceAll("[ :].*", ""), "made");
        List<Origin> most = most(origins, count);
        return (most.isEmpty() ? most(together(origins), count) : most)
                .stream()
                        .map(origin -> new Origin(
                                word, origin.stayed(), lost(origin, witness), origin.seen(), origin.frames()))
                        .toList();
    }

    private static List<Origin> most(Collection<Origin> origins, ToLongFunction<Origin> count) {
        long all = origins.stream().mapToLong(count).sum();
        return origins.stream()
                .filter(origin -> count.applyAsLong(origin) > 0 && count.applyAsLong(origin) >= LEAST_SHARE * all)
                .sorted(Comparator.comparingLong(count).reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * Stacks that the application has gone by the same way are one, whatever threads of libraries they began on. What libraries did on
     * top is lost, by which advice is chosen, so it is the last resort where none of many stacks tells much.
     */
    private static Collection<Origin> together(List<Origin> origins) {
        var together = new LinkedHashMap<List<String>, Origin>();
        for (Origin each : origins) {
            List<String> own =
                    each.frames().stream().filter(Frames::isApplication).toList();
            together.merge(own.isEmpty() ? each.frames() : own, each, Origins::plus);
        }
        return together.values();
    }

    /** What libraries did on top of it differs. */
    private static Origin plus(Origin one, Origin other) {
        return new Origin(
                one.what(),
                one.stayed() + other.stayed(),
                one.lost() + other.lost(),
                one.seen() + other.seen(),
                one.frames().equals(other.frames()) ? one.frames() : Frames.fromApplication(one.frames()));
    }

    /** What else is collected has just gone. */
    private static long lost(Origin origin, String witness) {
        return OUTLIVE_THEIR_OBJECT.contains(witness) ? origin.lost() : 0;
    }
}
