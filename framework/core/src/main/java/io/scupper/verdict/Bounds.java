package io.scupper.verdict;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What a test itself allows above the baseline. A bound that is set is strict: more than it is a leak, whatever the
 * pattern. One that is not leaves the decision to the rules.
 *
 * @param heapBytes of live heap
 * @param threads in all
 * @param connections sockets that are not listening, and leases of pools
 * @param descriptors in all
 * @param acceptsCollected whether sockets and descriptors may be left to the garbage collector to close
 */
public record Bounds(
        OptionalLong heapBytes,
        OptionalLong threads,
        OptionalLong connections,
        OptionalLong descriptors,
        boolean acceptsCollected) {

    /** No bound is set. */
    public static final Bounds NONE =
            new Bounds(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), false);

    OptionalLong of(Group group) {
        return switch (group) {
            case THREADS -> threads;
            case CONNECTIONS -> connections;
            case DESCRIPTORS -> descriptors;
        };
    }

    /** Resources that are bounded together. */
    enum Group {
        THREADS(resource -> resource.probe().equals("threads")),
        CONNECTIONS(resource -> resource.isLease()
                || resource.probe().equals("sockets") && !resource.name().startsWith("LISTEN")),
        DESCRIPTORS(resource -> resource.probe().equals("descriptors"));

        private final Predicate<Resource> members;

        Group(Predicate<Resource> members) {
            this.members = members;
        }

        static Group[] all() {
            return Arrays.copyOf(values(), values().length);
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        long total(Sample sample) {
            return sample.counted().entrySet().stream()
                    .filter(entry -> members.test(entry.getKey()))
                    .mapToLong(java.util.Map.Entry::getValue)
                    .sum();
        }
    }
}
