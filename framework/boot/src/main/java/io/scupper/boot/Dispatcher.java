package io.scupper.boot;

import org.jspecify.annotations.Nullable;

/**
 * The way from woven code to the sites. A woven method holds the number of its site and asks {@link #isOpen} first, which
 * costs two reads and allocates nothing.
 */
public final class Dispatcher {

    private static final @Nullable Object[] NONE = new Object[0];
    private static final Guard GUARD = new Guard();

    /** Replaced as a whole, never written to; a number is never given twice, so that stale code meets null. */
    private static volatile @Nullable Site[] sites = new Site[0];

    private Dispatcher() {}

    /** Adds a site; returns its number. */
    public static synchronized int add(Site site) {
        int number = sites.length;
        @Nullable Site[] more = new Site[number + 1];
        System.arraycopy(sites, 0, more, 0, number);
        more[number] = site;
        sites = more;
        return number;
    }

    /** Forgets a site; code that is still woven for it does nothing from now on. */
    public static synchronized void remove(int number) {
        @Nullable Site[] fewer = sites.clone();
        fewer[number] = null;
        sites = fewer;
    }

    /** Tells whether the site wants to see calls of this thread now. Called by woven code. */
    public static boolean isOpen(int number) {
        @Nullable Site site = sites[number];
        return site != null && site.isOpen();
    }

    /**
     * Shows a call to its site and waits if the site says so. Called by woven code while the gate is open.
     *
     * @return null to let the body run, a {@link Throwable} to throw it, anything else to leave the body out
     */
    public static @Nullable Object enter(
            int number, Class<?> type, String method, @Nullable Object receiver, @Nullable Object[] arguments) {
        Object verdict = ask(number, type, method, receiver, arguments);
        if (verdict instanceof Pause) {
            ((Pause) verdict).await();
            return null;
        }
        return verdict;
    }

    /** Shows a call to its site that only wants to know the receiver. Called by woven code. */
    public static void see(int number, Class<?> type, String method, @Nullable Object receiver) {
        ask(number, type, method, receiver, NONE);
    }

    /** Shows what a call returned. Called by woven code while the gate is open. */
    public static void leave(int number, @Nullable Object returned) {
        Thread thread = Thread.currentThread();
        Site site = sites[number];
        if (site == null || thread instanceof AgentThread) {
            return;
        }
        int slot = GUARD.enter(thread);
        if (slot < 0) {
            return;
        }
        try {
            if (site.isMeant()) {
                site.returned(returned);
            }
        } finally {
            GUARD.leave(slot);
        }
    }

    /**
     * Shows a call to its site before its body. Called by woven code while the gate is open.
     *
     * @return what {@link #end} is to be given when the call is over; null if the site does not want to know
     */
    public static @Nullable Object begin(int number, @Nullable Object receiver, @Nullable Object[] arguments) {
        Thread thread = Thread.currentThread();
        Site site = sites[number];
        if (site == null || thread instanceof AgentThread) {
            return null;
        }
        int slot = GUARD.enter(thread);
        if (slot < 0) {
            return null;
        }
        try {
            return site.begun(receiver, arguments);
        } finally {
            GUARD.leave(slot);
        }
    }

    /** Tells a site that a call is over which it wanted to know of, whether its gate is open or not. Called by woven code. */
    public static void end(int number, Object known, boolean hasThrown) {
        Site site = sites[number];
        int slot = site == null ? -1 : GUARD.enter(Thread.currentThread());
        if (site == null || slot < 0) {
            return;
        }
        try {
            site.ended(known, hasThrown);
        } finally {
            GUARD.leave(slot);
        }
    }

    /** Shows a call that has returned. Called by woven code while the gate is open. */
    public static void complete(
            int number, @Nullable Object receiver, @Nullable Object[] arguments, @Nullable Object returned) {
        Thread thread = Thread.currentThread();
        Site site = sites[number];
        if (site == null || thread instanceof AgentThread) {
            return;
        }
        int slot = GUARD.enter(thread);
        if (slot < 0) {
            return;
        }
        try {
            site.completed(receiver, arguments, returned);
        } finally {
            GUARD.leave(slot);
        }
    }

    /** Returns what a verdict makes the woven method throw, or null. Called by woven code. */
    public static @Nullable Throwable thrown(@Nullable Object verdict) {
        return verdict instanceof Throwable ? (Throwable) verdict : null;
    }

    private static @Nullable Object ask(
            int number, Class<?> type, String method, @Nullable Object receiver, @Nullable Object[] arguments) {
        Thread thread = Thread.currentThread();
        Site site = sites[number];
        if (site == null || thread instanceof AgentThread) {
            return null;
        }
        int slot = GUARD.enter(thread);
        if (slot < 0) {
            return null;
        }
        try {
            if (!site.isMeant()) {
                return null;
            }
            var call = new Call(type, method, receiver, arguments);
            Object verdict = site.enter(call);
            if (verdict != null && !(verdict instanceof Pause)) {
                tellWithheld(call);
            }
            return verdict;
        } finally {
            GUARD.leave(slot);
        }
    }

    /** Others may have a site at the same method, and take a call for made that is not. */
    private static void tellWithheld(Call call) {
        for (Site each : sites) {
            if (each != null && each.isOpen()) {
                each.withheld(call);
            }
        }
    }
}
