package io.scupper.engine;

import io.scupper.model.Finding;
import io.scupper.model.Witness;
import io.scupper.trace.Frames;
import io.scupper.verdict.ClassNames;
import io.scupper.witness.Witnesses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What findings make worth looking at in a second run. */
final class Suspicious {

    private static final String HEAP = "heap:";

    /** Arrays are of whom their elements are. */
    private static final Pattern ARRAY = Pattern.compile("^\\[+L");

    /** What else grew is most often held by these. */
    private static final int MOST_CLASSES = 12;

    /** Half a second is gone for each until the collections of the JDK are woven. */
    private static final int MOST_WITNESSED = 3;

    private static final List<Witness> CONNECTIONS = Stream.concat(
                    Witnesses.LEASES.stream(), Stream.of(Witnesses.SOCKETS))
            .toList();

    private static final Map<String, List<Witness>> BY_PROBE = Map.of(
            "threads", List.of(Witnesses.TASKS, Witnesses.THREADS),
            "tasks", List.of(Witnesses.TASKS, Witnesses.SCHEDULED_TASKS, Witnesses.VIRTUAL_THREADS),
            "leases", CONNECTIONS,
            "sockets", CONNECTIONS,
            "descriptors", List.of(Witnesses.DESCRIPTORS, Witnesses.SOCKETS),
            "buffers", List.of(Witnesses.BUFFERS),
            "rabbitmq", List.of(Witnesses.DELIVERIES),
            "classes", List.of(Witnesses.CLASS_LOADERS, Witnesses.CLASS_DEFINITIONS),
            "delete-on-exit", List.of(Witnesses.DELETE_ON_EXIT));

    private Suspicious() {}

    /** Returns the classes that grew: the application's own before those of libraries, most instances first. */
    static List<String> classes(List<Finding> leaks) {
        return leaks.stream()
                .filter(finding -> finding.name().startsWith(HEAP))
                .sorted(Comparator.comparing((Finding finding) -> !isOwn(nameOf(finding)))
                        .thenComparing(Comparator.comparingDouble(Finding::perOperation)
                                .reversed()))
                .limit(MOST_CLASSES)
                .map(Suspicious::nameOf)
                .toList();
    }

    private static boolean isOwn(String className) {
        return ClassNames.isApplication(className)
                && Frames.isApplication(ARRAY.matcher(className).replaceFirst(""));
    }

    private static String nameOf(Finding finding) {
        return finding.name().substring(HEAP.length());
    }

    /** Returns what the agent is to look out for. */
    static List<Witness> witnesses(List<Finding> leaks) {
        Set<String> probes = leaks.stream()
                .map(finding -> finding.name().replaceAll("[: ].*", ""))
                .collect(Collectors.toSet());
        var witnesses = new ArrayList<Witness>();
        for (String name : classes(leaks).stream().limit(MOST_WITNESSED).toList()) {
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
        if (!witnesses.isEmpty() && !witnesses.contains(Witnesses.TASKS)) {
            // What comes on a thread of a pool is the doing of whoever submitted the task.
            witnesses.add(Witnesses.TASKS);
        }
        return witnesses;
    }

    private static Witness named(String id, Witness witness) {
        return new Witness(id, witness.comes(), witness.begins(), witness.goes());
    }
}
