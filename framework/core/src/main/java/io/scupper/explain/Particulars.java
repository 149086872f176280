package io.scupper.explain;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.model.Snapshot.PoolState;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said of a counted resource beside its count: what threads wait for, the numbers of a pool, what a state of a socket
 * means.
 *
 * @param settled what was there after lift and settle
 * @param residue what was there at the end of a second run
 */
record Particulars(Snapshot settled, Residue residue) {

    /**
     * Returns it in lines; those of a stack are indented.
     *
     * @param label of the finding
     * @param probe which it begins with
     * @param name which it goes on with
     */
    List<String> of(String label, String probe, String name) {
        var lines = new ArrayList<>(
                switch (probe) {
                    case "threads" -> threads(name);
                    case Resource.GOROUTINES ->
                        ThreadGroups.left(residue.goroutines(name), residue.operations(), false);
                    case "tasks" ->
                        name.equals("virtual threads")
                                ? ThreadGroups.left(residue.virtualThreads(), residue.operations(), true)
                                : List.<String>of();
                    case "leases" -> pool(name);
                    case "sockets" -> socket(name);
                    default -> List.<String>of();
                });
        lines.addAll(residue.details().getOrDefault(label, List.of()));
        return lines;
    }

    private List<String> pool(String name) {
        List<PoolState> pools = settled.pools().stream()
                .filter(pool -> name.startsWith(pool.label() + " "))
                .toList();
        if (pools.isEmpty()) {
            return List.of();
        }
        long most = pools.stream().mapToLong(PoolState::most).sum();
        return List.of("%s: %d out%s, %d idle, %d waited for"
                .formatted(
                        pools.size() == 1 ? "the pool" : pools.size() + " pools together",
                        pools.stream().mapToLong(PoolState::leased).sum(),
                        most > 0 ? " of at most " + most : "",
                        pools.stream().mapToLong(PoolState::idle).sum(),
                        pools.stream().mapToLong(PoolState::pending).sum()));
    }

    private static List<String> socket(String name) {
        var lines = new ArrayList<String>();
        if (name.startsWith("CLOSE_WAIT ")) {
            lines.add("an unclosed response or connection: its peer has gone, and this side has not closed it");
        }
        lines.addAll(UsualPorts.of(name));
        return lines;
    }

    /** Those that came in a second run are told by their whole stacks; where none came any more, those that are there. */
    private List<String> threads(String group) {
        List<ThreadStack> left = residue.platformThreads(group);
        return left.isEmpty()
                ? ThreadGroups.parked(settled.threads(), group)
                : ThreadGroups.left(left, residue.operations(), group.equals("bound"));
    }
}
