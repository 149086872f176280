package io.scupper.explain;

import io.scupper.model.AllocatingThread;
import io.scupper.trace.Frames;
import java.util.Comparator;
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

    private static final int MOST_SITES = 3;

    /** Less than this share tells nobody anything. */
    private static final double LEAST_SHARE = 0.1;

    private final Map<Long, String> methods = new HashMap<>();
    private final Map<String, Site> sites = new HashMap<>();
    private long bytes;
    private int looks;

    /** Adds a look; threads that are not in it have allocated nothing since the one before. */
    public void add(List<AllocatingThread> look) {
        looks++;
        for (AllocatingThread thread : look) {
            String before = methods.get(thread.id());
            Optional<String> frame =
                    thread.frames().stream().filter(Frames::isApplication).findFirst();
            String method = frame.flatMap(each -> Frames.culprit(List.of(each))).orElse("");
            methods.put(thread.id(), method);
            if (before == null) {
                // What it has allocated is that of its whole life, or of the time before anybody looked.
                continue;
            }
            bytes += thread.bytes();
            if (frame.isPresent() && method.equals(before)) {
                sites.computeIfAbsent(method, name -> new Site()).add(thread.bytes(), frame.get());
            }
        }
    }

    /** Returns a line for each place that has its share, the largest first; none if nobody has looked twice. */
    public List<String> told() {
        return sites.values().stream()
                .filter(site -> site.bytes >= LEAST_SHARE * bytes)
                .sorted(Comparator.comparingLong((Site site) -> site.bytes).reversed())
                .limit(MOST_SITES)
                .map(site -> "%.0f %% of what was seen being allocated, in %d looks, was in %s"
                        .formatted(100.0 * site.bytes / bytes, looks, site.line()))
                .toList();
    }

    /** One method, and how much at which of its lines. */
    private static final class Site {

        private final Map<String, Long> lines = new HashMap<>();
        private long bytes;

        void add(long more, String frame) {
            bytes += more;
            lines.merge(frame, more, Long::sum);
        }

        String line() {
            return lines.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
