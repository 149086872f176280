package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;

/**
 * A context per request, in a thread local of its own on a thread that lives as long as the server. The context holds the
 * thread local, so the entry never becomes stale; only {@code remove} ends it.
 */
public final class ThreadLocals implements Habit {

    @Override
    public Taken take(long operation) {
        var context = new Context(operation);
        context.current.set(context);
        return context.current::remove;
    }

    private static final class Context {

        final ThreadLocal<Context> current = new ThreadLocal<>();
        final long request;

        Context(long request) {
            this.request = request;
        }
    }
}
