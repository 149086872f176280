package io.scupper.agent.probe;

import io.scupper.agent.jvm.Bounded;
import io.scupper.agent.jvm.Reach;
import io.scupper.agent.weave.Target;
import io.scupper.agent.weave.View;
import io.scupper.agent.weave.Weaver;
import io.scupper.agent.weave.Woven;
import io.scupper.boot.Dispatcher;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds pools of connections by the calls made on them, and reads how many are out, in and waited for. */
public final class Pools {

    /** How long the pools of one library may take; their methods may wait for a lock that a fault makes someone hold. */
    private static final long READ_MILLIS = 2_000;

    private final Weaver weaver;
    private final Reach reach;
    private final List<Watched> watched = new ArrayList<>();
    private final List<Woven> woven = new ArrayList<>();
    private final Map<Integer, Target> numbers = new LinkedHashMap<>();

    public Pools(Weaver weaver, Reach reach) {
        this.weaver = weaver;
        this.reach = reach;
    }

    /**
     * Begins to look out for pools, in addition to what is watched already.
     *
     * @throws IllegalArgumentException if a loaded class has no such method; nothing more is watched then
     */
    public void watch(List<Line> rows) {
        var more = new LinkedHashMap<Integer, Target>();
        var added = new ArrayList<Watched>();
        for (Line row : rows) {
            if (watched.stream().noneMatch(each -> each.row.equals(row))) {
                var receivers = Receivers.watching();
                more.put(Dispatcher.add(receivers), target(row));
                added.add(new Watched(row, receivers));
            }
        }
        if (added.isEmpty()) {
            return;
        }
        try {
            woven.add(weaver.weave(more, View.RECEIVER));
        } catch (RuntimeException | Error e) {
            more.keySet().forEach(Dispatcher::remove);
            throw e;
        }
        numbers.putAll(more);
        watched.addAll(added);
    }

    /** Forgets all pools and takes the weaving out. */
    public void forget() {
        numbers.keySet().forEach(Dispatcher::remove);
        numbers.clear();
        watched.clear();
        for (Woven each : woven) {
            try {
                weaver.undo(each);
            } catch (RuntimeException e) {
                // What stays woven finds no site any more and does nothing.
            }
        }
        woven.clear();
    }

    /**
     * Adds a line for each pool that is still there.
     *
     * @throws IllegalStateException if one cannot be read, naming library and chain
     */
    void addTo(List<Line> lines) {
        for (Watched each : watched) {
            List<Object> pools = List.copyOf(each.receivers.alive());
            if (!pools.isEmpty()) {
                lines.addAll(read(each.row, pools));
            }
        }
    }

    /** In one call for all, which may be thousands where pools are what leaks. */
    private List<Line> read(Line row, List<Object> pools) {
        String library = row.text(0);
        try {
            return Bounded.call("reading it", READ_MILLIS, () -> {
                var lines = new ArrayList<Line>();
                for (Object pool : pools) {
                    String name = new Chain(row.text(4), reach).name(pool);
                    lines.add(Line.of(
                            Verbs.POOL,
                            library,
                            name,
                            count(row, 5, pool),
                            count(row, 6, pool),
                            count(row, 7, pool),
                            count(row, 8, pool)));
                }
                return lines;
            });
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Pool of " + library + " (" + pools.get(0).getClass().getName() + ") cannot be read: "
                            + e.getMessage() + ". Does the table of pools know this version of the library?",
                    e);
        }
    }

    private long count(Line row, int field, Object pool) {
        return new Chain(row.text(field), reach).count(pool);
    }

    private static Target target(Line row) {
        return new Target(row.text(1), Boolean.parseBoolean(row.text(2)), row.text(3), -1);
    }

    private static final class Watched {

        final Line row;
        final Receivers receivers;

        Watched(Line row, Receivers receivers) {
            this.row = row;
            this.receivers = receivers;
        }
    }
}
