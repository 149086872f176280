package io.scupper.explain;

import io.scupper.model.ThreadNames;
import io.scupper.model.ThreadStack;
import java.util.List;
import java.util.Map;

/**
 * What was there at the end of the second run, while its faults were armed.
 *
 * @param threads that came in its last round and stayed
 * @param operations of that round
 * @param details what else is known of a resource, in lines, by its label
 */
public record Residue(List<ThreadStack> threads, long operations, Map<String, List<String>> details) {

    /** Nobody has looked. */
    public static final Residue NONE = new Residue(List.of(), 0, Map.of());

    public Residue {
        threads = List.copyOf(threads);
        details = Map.copyOf(details);
    }

    /** Returns the platform threads of a group of names; of all for {@code bound}, which a test sets for all together. */
    List<ThreadStack> platformThreads(String group) {
        return threads.stream()
                .filter(thread -> !thread.isVirtual())
                .filter(thread -> group.equals("bound")
                        || ThreadNames.group(thread.name()).equals(group))
                .toList();
    }

    /** Returns the goroutines that began with this function. */
    List<ThreadStack> goroutines(String function) {
        return threads.stream().filter(thread -> thread.name().equals(function)).toList();
    }

    List<ThreadStack> virtualThreads() {
        return threads.stream().filter(ThreadStack::isVirtual).toList();
    }
}
