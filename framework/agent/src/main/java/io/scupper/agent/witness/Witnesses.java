package io.scupper.agent.witness;

import io.scupper.agent.jvm.CallerFilter;
import io.scupper.agent.weave.Target;
import io.scupper.agent.weave.View;
import io.scupper.agent.weave.Weaver;
import io.scupper.agent.weave.Woven;
import io.scupper.boot.Dispatcher;
import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import io.scupper.control.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The witnesses that look out now: all or none. Used by the agent's thread alone. */
public final class Witnesses {

    private static final String DROPPED =
            "The witnesses were dropped, because the subject's heap had no room left for what they"
                    + " have seen: give it more, by -Xmx.";

    private static final Sightings[] NONE = new Sightings[0];

    private final Weaver weaver;
    private final Running running = new Running();
    private final List<Woven> woven = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private Gate gate = new Gate();

    /** Replaced as a whole, so that it can be gone through without an iterator when no memory is left. */
    private Sightings[] sightings = NONE;

    private boolean areDropped;

    public Witnesses(Weaver weaver) {
        this.weaver = weaver;
    }

    /**
     * Looks out, in the place of what was looked out for before. A witness is passed over if a class is loaded that lacks one of the
     * calls by which its objects go: all of them would seem to stay. A call by which they come that is not there brings nothing.
     *
     * @throws IllegalArgumentException if a line is malformed; nothing is looked out for then
     * @throws IllegalStateException if the JVM refused a class; nothing stays changed then
     */
    public void witness(List<Line> lines) {
        dismiss();
        Map<String, List<Point>> asked = byWitness(lines);
        asked.values().removeIf(points -> !isWhole(points));
        rehearse();
        var watched = new ArrayList<Sightings>();
        var around = new LinkedHashMap<Integer, Target>();
        var outcome = new LinkedHashMap<Integer, Target>();
        asked.forEach((witness, points) -> {
            var seen = new Sightings(witness, running);
            watched.add(seen);
            for (Point each : points) {
                int number = Dispatcher.add(site(seen, each));
                numbers.add(number);
                (each.view() == View.AROUND ? around : outcome).put(number, each.target);
            }
        });
        try {
            weave(around, View.AROUND);
            weave(outcome, View.OUTCOME);
        } catch (RuntimeException | Error e) {
            dismiss();
            throw e;
        }
        sightings = watched.toArray(NONE);
        gate.open = true;
    }

    /**
     * Returns a line for each witness that looks out, and one for each of its origins.
     *
     * @throws IllegalStateException if they were dropped
     */
    public List<Line> origins() {
        if (areDropped) {
            throw new IllegalStateException(DROPPED);
        }
        var lines = new ArrayList<Line>();
        for (Sightings each : sightings) {
            lines.addAll(each.origins());
        }
        return lines;
    }

    /** Returns the frames from which an object came, as a witness has seen it; empty if none of this name has. */
    public List<?> framesOf(String witness, Object subject) {
        for (Sightings each : sightings) {
            Group group = each.isOf(witness) ? each.groupOf(subject) : null;
            if (group != null) {
                return group.told();
            }
        }
        return List.of();
    }

    /** Ends looking out and takes the weaving out. Can be called again where it was cut short. */
    public void dismiss() {
        gate.open = false;
        numbers.forEach(Dispatcher::remove);
        numbers.clear();
        sightings = NONE;
        running.clear();
        for (Woven each : woven) {
            try {
                weaver.undo(each);
            } catch (RuntimeException e) {
                // What stays woven finds no site any more and does nothing.
            }
        }
        woven.clear();
        gate = new Gate();
        areDropped = false;
    }

    /** Closes their eyes and lets go of all they have seen, allocating nothing. */
    public void drop() {
        gate.open = false;
        running.clear();
        for (int i = 0; i < sightings.length; i++) {
            sightings[i].drop();
            areDropped = true;
        }
    }

    private Site site(Sightings seen, Point point) {
        if (point.comes) {
            return new ComingSite(seen, point, gate);
        }
        return point.goes ? new GoingSite(seen, point, gate) : new BeginningSite(seen, point, running, gate);
    }

    private void weave(Map<Integer, Target> sites, View view) {
        if (!sites.isEmpty()) {
            woven.add(weaver.weaveWhatIsThere(sites, view));
        }
    }

    private boolean isWhole(List<Point> points) {
        var goes = new ArrayList<Target>();
        points.stream().filter(point -> point.goes).forEach(point -> goes.add(point.target));
        try {
            weaver.require(goes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, List<Point>> byWitness(List<Line> lines) {
        var filters = new HashMap<String, TypeFilter>();
        var points = new LinkedHashMap<String, List<Point>>();
        for (Line line : lines) {
            TypeFilter type = filters.computeIfAbsent(Point.type(line), TypeFilter::new);
            var point = new Point(line, type);
            points.computeIfAbsent(point.witness, any -> new ArrayList<>()).add(point);
        }
        return points;
    }

    /** Does once what the subject's threads will do, so that none of them has to load a class within a call that is seen. */
    private static void rehearse() {
        var running = new Running();
        running.takeUp(Thread.currentThread(), new Group(0, new Frame[0], null, null));
        new CallerFilter("nobody").isMeant();
        new TypeFilter("nothing").accepts(NONE);
        var sightings = new Sightings("rehearsal", running);
        Sighted sighted = sightings.come(NONE, true);
        if (sighted != null && sightings.begin(NONE) == sighted) {
            sightings.stay(NONE);
            sightings.end(sighted);
            sightings.takeBack(sighted);
        }
        sightings.origins();
    }
}
