package io.scupper.ext.proxy;

import io.scupper.control.Trigger;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Disturbed;
import io.scupper.spi.Wire.Effects;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** One disturbance on one proxy: which connections it has chosen, its grips on them, and what it has done. */
final class Applied implements Disturbed {

    private final Disturbance disturbance;
    private final Disturber disturber;
    private final TcpProxy proxy;
    private final Trigger connections;
    private final Map<Link, Map<Direction, Grip>> grips = new ConcurrentHashMap<>();
    private final Set<Link> kept = ConcurrentHashMap.newKeySet();
    private final AtomicLong fired = new AtomicLong();
    private final Set<Pump> holding = ConcurrentHashMap.newKeySet();
    private final AtomicLong discarded = new AtomicLong();
    private volatile boolean lifted;
    private long waiting;

    Applied(Disturbance disturbance, Disturber disturber, TcpProxy proxy) {
        this.disturbance = disturbance;
        this.disturber = disturber;
        this.proxy = proxy;
        this.connections = new Trigger(disturbance.activation());
    }

    boolean readsAhead() {
        return disturber.readsAhead();
    }

    /** Numbers a connection and, if it is chosen, takes hold of it. Called by one thread at a time. */
    void enter(Link link) {
        long number = connections.matched();
        if (connections.pull()) {
            var ofLink = new EnumMap<Direction, Grip>(Direction.class);
            for (Direction direction : Direction.values()) {
                var draws = new Draws(disturbance.activation().seed(), number, direction.ordinal());
                boolean meant = disturbance.directions().contains(direction);
                ofLink.put(direction, meant ? disturber.grip(direction, draws) : Grip.NONE);
            }
            grips.put(link, ofLink);
        }
    }

    /** Does what is done to a connection as a whole. */
    void meet(Link link) {
        if (grips.containsKey(link) && kept.size() < disturber.mostKept() && disturber.meet(link)) {
            fired(link.meter());
            if (link.isKept()) {
                kept.add(link);
                link.keptBy(this);
            }
        }
    }

    /** Returns the hold on a direction of a connection, which may be none. */
    Grip grip(Link link, Direction direction) {
        return grips.getOrDefault(link, Map.of()).getOrDefault(direction, Grip.NONE);
    }

    void forget(Link link) {
        grips.remove(link);
        kept.remove(link);
    }

    /** Counts what was done; what goes on being lost after lift is no more of it. */
    void fired(Meter meter) {
        if (lifted) {
            return;
        }
        fired.incrementAndGet();
        meter.disturbed();
    }

    void holds(Pump pump) {
        holding.add(pump);
    }

    void holdsNoMore(Pump pump) {
        holding.remove(pump);
    }

    void discarded(int bytes) {
        discarded.addAndGet(bytes);
    }

    void begin() {
        disturber.begin(proxy.entrance());
        proxy.gate().begin(this);
    }

    @Override
    public synchronized void lift() {
        if (!lifted) {
            lifted = true;
            proxy.gate().end(this);
            disturber.end(proxy.entrance());
        }
    }

    @Override
    public void release() {
        lift();
        kept.forEach(Link::reset);
        kept.clear();
        proxy.forget(this);
    }

    @Override
    public synchronized Effects effects() {
        proxy.gate().awaitMet();
        if (!lifted && (disturber.worksAt(proxy.entrance()) || holdsMore())) {
            fired.incrementAndGet();
        }
        return new Effects(
                connections.matched(),
                connections.fired(),
                fired.get(),
                (long) holding.size() + kept.size(),
                discarded.get());
    }

    /** A stall that lasts has no more events; but what waits before it becomes more, until no more can be seen. */
    private boolean holdsMore() {
        long before = waiting;
        waiting = 0;
        boolean full = false;
        for (Pump pump : holding) {
            int bytes = pump.waiting();
            waiting += bytes;
            full |= bytes >= Link.SOCKET_BUFFER_BYTES;
        }
        return full || waiting > before;
    }
}
