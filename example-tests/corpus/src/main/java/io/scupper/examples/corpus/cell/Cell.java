package io.scupper.examples.corpus.cell;

import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;

/**
 * One experiment of the corpus, and what must come of it.
 *
 * @param percent of the operations that forget to give back what the kind takes; 0 for the remedied twin, and for a kind
 *     that takes nothing
 * @param operations of a round
 * @param jdk feature version, for example 17
 * @param seed of the whole corpus
 * @param run from 1; cells that differ in nothing else differ in their draws
 */
public record Cell(
        Kind kind, int percent, Pattern pattern, int operations, Collector collector, int jdk, long seed, int run) {

    /** Tells whether a verdict other than LEAK would be wrong. */
    public boolean leaks() {
        return percent > 0;
    }

    /** Returns its name, which no other cell of the corpus has: {@code leaky/timer/10%-drawn/211/g1/jdk17/seed1/run1}. */
    public String id() {
        return "%s/%s/%s/%d/%s/jdk%d/seed%d/run%d"
                .formatted(
                        leaks() ? "leaky" : "healthy",
                        kind.word(),
                        variant(),
                        operations,
                        collector.word(),
                        jdk,
                        seed,
                        run);
    }

    /** Returns how often it leaks, or why it does not, in a word. */
    public String variant() {
        if (leaks()) {
            return percent == 100 ? "100%" : percent + "%-" + pattern.word();
        }
        return kind.takes() ? "remedied" : "growing-for-a-while";
    }

    /** Returns the seed of its draws. */
    public long drawSeed() {
        return 1_000 * seed + run;
    }
}
