package io.scupper.explain;

import io.scupper.model.Origin;
import io.scupper.model.ThreadStack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses, of all the code that was seen to bring something forth, what tells most about one thing that grew. */
final class Origins {

    /** Those of less than this share of all that stayed are by-products. */
    private static final double LEAST_SHARE = 0.1;

    private static final int MOST = 3;

    /** What was looked out for, by what grew, the most telling first. */
    private static final Map<String, List<String>> WITNESSES = Map.of(
            "leases", List.of("leases", "sockets"),
            "sockets", List.of("leases", "sockets"),
            "descriptors", List.of("descriptors", "sockets"),
            "buffers", List.of("buffers"),
            "classes", List.of("class-loaders"));

    /** What is done to bring one forth; a class loader or an instance is made. */
    private static final Map<String, String> WORDS = Map.of(
            "insertions", "inserted",
            "threads", "started",
            "virtual-threads", "started",
            "tasks", "submitted",
            "scheduled-tasks", "submitted",
            "leases", "leased",
            "sockets", "connected",
            "descriptors", "opened",
            "buffers", "allocated");

    private Origins() {}

    /** Returns the origins of what a finding is about; may be empty. */
    static List<Origin> of(String probe, String name, Evidence evidence) {
        if (probe.equals("threads")) {
            List<ThreadStack> stayed = evidence.residue().platformThreads(name);
            List<Origin> started = ThreadOrigins.ofThese(stayed, seen("threads", evidence));
            return ThreadOrigins.of(stayed, told("tasks", evidence), telling("threads", started));
        }
        Stream<String> witnesses = switch (probe) {
            case "heap" -> Stream.of("insertions of " + name, "instances of " + name);
            case "tasks" ->
                name.equals("virtual threads") ? Stream.of("virtual-threads") : Stream.of("scheduled-tasks", "tasks");
            default -> WITNESSES.getOrDefault(probe, List.of()).stream();
        };
        return witnesses
                .map(witness -> told(witness, evidence))
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
                .sorted(Comparator.comparingLong(Origin::stayed).reversed())
                .toList();
    }

    private static List<Origin> told(String witness, Evidence evidence) {
        return telling(witness, seen(witness, evidence));
    }

    private static List<Origin> telling(String witness, List<Origin> origins) {
        String word = WORDS.getOrDefault(witness.replaceAll("[ :].*", ""), "made");
        long stayed = origins.stream().mapToLong(Origin::stayed).sum();
        return origins.stream()
                .filter(origin -> origin.stayed() > 0 && origin.stayed() >= LEAST_SHARE * stayed)
                .limit(MOST)
                .map(origin -> new Origin(word, origin.stayed(), origin.seen(), origin.frames()))
                .toList();
    }
}
