package io.scupper.examples.corpus.habit;

/**
 * What a subject does once per operation: it takes something and says how it is given back. A subject leaks by forgetting
 * to give back; one that never forgets is the remedied twin. Called by one thread at a time.
 */
@FunctionalInterface
public interface Habit {

    /** There is nothing to give back. */
    Taken NOTHING = () -> {};

    /** Does it; operations are numbered from 0. */
    Taken take(long operation) throws Exception;

    /** What was taken. */
    @FunctionalInterface
    interface Taken {
        void giveBack() throws Exception;
    }
}
