package io.scupper.engine;

import io.scupper.model.Finding;
import io.scupper.model.Witness;
import io.scupper.verdict.ClassNames;
import io.scupper.witness.Witnesses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What findings make worth looking at in a second run. */
final class Suspicious {

    private static final String HEAP = "heap:";

    /** As many classes as a report shows; what else grew is most often held by these. */
    private static final int MOST_CLASSES = 6;

    private static final List<Witness> CONNECTIONS = Stream.concat(
                    Witnesses.LEASES.stream(), Stream.of(Witnesses.SOCKETS))
            .toList();

    private static final Map<String, List<Witness>> BY_PROBE = Map.of(
            "threads", List.of(Witnesses.TASKS, Witnesses.THREADS),
            "tasks", List.of(Witnesses.TASKS, Witnesses.SCHEDULED_TASKS),
            "leases", CONNECTIONS,
            "sockets", CONNECTIONS,
            "descriptors", List.of(Witnesses.DESCRIPTORS, Witnesses.SOCKETS),
            "buffers", List.of(Witnesses.BUFFERS),
            "classes", List.of(Witnesses.CLASS_LOADERS));

    private Suspicious() {}

    /** Returns the classes that grew, most instances first. */
    static List<String> classes(List<Finding> leaks) {
        return leaks.stream()
                .filter(finding -> finding.name().startsWith(HEAP))
                .sorted(Comparator.comparingDouble(Finding::perOperation).reversed())
                .limit(MOST_CLASSES)
                .map(finding -> finding.name().substring(HEAP.length()))
                .toList();
    }

    /** Returns what the agent is to look out for. */
    static List<Witness> witnesses(List<Finding> leaks) {
        Set<String> probes = leaks.stream()
                .map(finding -> finding.name().replaceAll("[: ].*", ""))
                .collect(Collectors.toSet());
        var witnesses = new ArrayList<Witness>();
        for (String name : classes(leaks)) {
            witnesses.add(named("insertions of " + name, Witnesses.insertions(name, "")));
            // Of what everything is made of, nobody wants to know each that is made, and no subject would stand it.
            if (ClassNames.isApplication(name) && !name.startsWith("[")) {
                witnesses.add(named("instances of " + name, Witnesses.instances(name)));
            }
        }
        BY_PROBE.entrySet().stream()
                .filter(row -> probes.contains(row.getKey()))
                .flatMap(row -> row.getValue().stream())
                .distinct()
                .forEach(witnesses::add);
        return witnesses;
    }

    private static Witness named(String id, Witness witness) {
        return new Witness(id, witness.comes(), witness.goes());
    }
}
