package io.scupper.agent.fault;

import io.scupper.agent.jvm.CallerFilter;
import io.scupper.agent.jvm.Reach;
import io.scupper.agent.weave.Target;
import io.scupper.agent.weave.Weaver;
import io.scupper.agent.weave.Woven;
import io.scupper.boot.Dispatcher;
import io.scupper.control.Line;
import io.scupper.control.Trigger;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that are woven now. Used by the agent's thread alone. */
public final class Faults {

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final Reach reach;

    /** Replaced as a whole, so that it can be gone through without an iterator when no memory is left. */
    private Entry[] entries = new Entry[0];

    public Faults(Instrumentation instrumentation, Weaver weaver, Reach reach) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.reach = reach;
    }

    /**
     * Weaves a fault, unarmed.
     *
     * @throws IllegalArgumentException if it is not well formed, woven already, or names a method that does not exist
     */
    public void weave(List<Line> request) {
        var asked = new FaultRequest(request);
        for (Entry each : entries) {
            if (each.fault.id.equals(asked.id)) {
                throw new IllegalArgumentException("Fault '" + asked.id + "' is woven already.");
            }
        }
        var effect = Effects.of(asked, reach);
        var fault = new Fault(asked.id, new Trigger(asked.activation), effect, asked.maxHeld);
        var targets = new LinkedHashMap<Integer, Target>();
        var callers = new HashMap<String, CallerFilter>();
        try {
            for (Line line : asked.joinPoints) {
                CallerFilter caller =
                        callers.computeIfAbsent(line.text(5), prefix -> CallerFilter.watching(prefix, instrumentation));
                targets.put(Dispatcher.add(new FaultSite(fault, line.text(6), caller)), Target.of(line, 1));
            }
            add(new Entry(fault, targets, callers.values(), weaver.weave(targets, fault.view())));
        } catch (RuntimeException | Error e) {
            forget(targets.keySet(), callers.values());
            throw e;
        }
    }

    public void arm(String id) {
        find(id).fault.arm();
    }

    public void lift(String id) {
        find(id).fault.lift();
    }

    /** Lifts the fault that a frame asks to be lifted, allocating nothing; returns whether the frame was such. */
    public boolean liftIfAsked(byte[] frame, int length) {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].fault.isLiftedBy(frame, length)) {
                entries[i].fault.lift();
                return true;
            }
        }
        return false;
    }

    /** Gives back; returns how much could not be. */
    public long compensate(String id) {
        return find(id).fault.compensate();
    }

    public void unweave(String id) {
        unweave(find(id));
    }

    public Line count(String id) {
        return find(id).count();
    }

    /**
     * Returns the counts of all faults.
     *
     * @throws IllegalStateException if one of them could not be applied to a call it chose
     */
    public List<Line> counts() {
        var lines = new ArrayList<Line>();
        for (Entry each : entries) {
            lines.add(each.count());
        }
        return lines;
    }

    /** Lifts all faults, allocating nothing. */
    public void liftAll() {
        for (int i = 0; i < entries.length; i++) {
            entries[i].fault.lift();
        }
    }

    /** Gives everything back and takes all weaving out. Can be called again where it was cut short. */
    public void endAll() {
        liftAll();
        while (entries.length > 0) {
            unweave(entries[entries.length - 1]);
        }
    }

    private void unweave(Entry entry) {
        entry.fault.compensate();
        forget(entry.targets.keySet(), entry.callers);
        try {
            weaver.undo(entry.woven);
        } catch (RuntimeException e) {
            // What stays woven finds no site any more and does nothing.
        }
        var left = new ArrayList<Entry>(List.of(entries));
        left.remove(entry);
        entries = left.toArray(new Entry[0]);
    }

    private void forget(Collection<Integer> sites, Collection<CallerFilter> callers) {
        sites.forEach(Dispatcher::remove);
        callers.forEach(each -> each.forget(instrumentation));
    }

    private void add(Entry entry) {
        var more = new ArrayList<Entry>(List.of(entries));
        more.add(entry);
        entries = more.toArray(new Entry[0]);
    }

    private Entry find(String id) {
        for (Entry each : entries) {
            if (each.fault.id.equals(id)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No fault '" + id
                + "' is woven in the subject; if it was, the lease has run out meanwhile and the agent has ended it.");
    }

    private static final class Entry {

        final Fault fault;
        final Map<Integer, Target> targets;
        final Collection<CallerFilter> callers;
        final Woven woven;

        Entry(Fault fault, Map<Integer, Target> targets, Collection<CallerFilter> callers, Woven woven) {
            this.fault = fault;
            this.targets = targets;
            this.callers = callers;
            this.woven = woven;
        }

        Line count() {
            return fault.count(woven.sites());
        }
    }
}
