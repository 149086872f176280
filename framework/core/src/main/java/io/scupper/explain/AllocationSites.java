package io.scupper.explain;

import io.scupper.model.AllocatingThread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the application's code its threads allocate, found by looking again and again how much each has allocated and where it is.
 * What a thread has allocated between two looks goes to the method of the application, nearest to the top of its stack, that it was in
 * at both; where it was in one at the first and elsewhere at the second, nobody can say whose it is, and it counts with nobody. Not
 * thread-safe.
 */
public final class AllocationSites {

    private final Map<Long, String> methods = new HashMap<>();
    private final Shares shares = new Shares();
    private int looks;

    /** Adds a look; threads that are not in it have allocated nothing since the one before. */
    public void add(List<AllocatingThread> look) {
        looks++;
        for (AllocatingThread thread : look) {
            Optional<String> frame = Shares.frame(thread.frames());
            String method = frame.map(Shares::method).orElse("");
            String before = methods.put(thread.id(), method);
            if (before == null) {
                // What it has allocated is that of its whole life, or of the time before anybody looked.
                continue;
            }
            if (frame.isPresent() && method.equals(before)) {
                shares.add(frame.get(), thread.bytes());
            } else {
                shares.addNobodys(thread.bytes());
            }
        }
    }

    /** Returns a line for each place that has its share, the largest first; none if nobody has looked twice. */
    public List<String> told() {
        return shares.told("what was seen being allocated, in %d looks, was in".formatted(looks));
    }
}
