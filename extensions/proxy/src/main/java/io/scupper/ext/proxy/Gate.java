package io.scupper.ext.proxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is done to the connections of a proxy, and which these are. Every pump asks this one gate before it forwards, so that
 * a change reaches all live connections in the moment it is made; a connection that comes meanwhile is met as well, once.
 */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** In the order in which they came. */
    private final Set<Link> links = new LinkedHashSet<>();

    private volatile List<Applied> now = List.of();

    /** Returns what is done now; the very same list until it changes. */
    List<Applied> now() {
        return now;
    }

    /** Begins a disturbance on all connections. */
    void begin(Applied applied) {
        lock.lock();
        try {
            links.forEach(applied::enter);
            var next = new ArrayList<>(now);
            next.add(applied);
            now = List.copyOf(next);
            List.copyOf(links).forEach(applied::meet);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a disturbance on all connections; harmless when it has ended. */
    void end(Applied applied) {
        lock.lock();
        try {
            now = now.stream().filter(each -> each != applied).toList();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a new connection in, before it carries anything. */
    void enter(Link link) {
        lock.lock();
        try {
            links.add(link);
            for (Applied applied : now) {
                applied.enter(link);
                applied.meet(link);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a connection that is being let in has met all that is done now: its end may have seen it before it is counted. */
    void awaitMet() {
        lock.lock();
        lock.unlock();
    }

    void leave(Link link) {
        lock.lock();
        try {
            links.remove(link);
        } finally {
            lock.unlock();
        }
    }

    List<Link> links() {
        lock.lock();
        try {
            return List.copyOf(links);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something else is done than {@code seen}, or the time is up. */
    void await(List<Applied> seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (now == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something else is done than {@code seen}, without bound. */
    void await(List<Applied> seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (now == seen) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
