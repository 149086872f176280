package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;

/** Interns a new string each time. The JVM's table of strings holds them weakly. */
public final class Interning implements Habit {

    private int longest;

    @Override
    public Taken take(long operation) {
        String interned = ("order " + operation).intern();
        longest = Math.max(longest, interned.length());
        return NOTHING;
    }
}
