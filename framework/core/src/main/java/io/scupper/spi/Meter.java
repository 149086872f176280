package io.scupper.spi;

import io.scupper.model.Budget;
import java.util.Map;

/** Counts what a companion has been asked so far, Scupper's own questions left out: the difference of two readings is what a round asked. */
public interface Meter {

    /** Returns which budget it counts for. */
    Budget.Measure measure();

    /** Returns how it counts, for people: {@code pg_stat_statements of 'postgres'}. */
    String source();

    /**
     * Counts once.
     *
     * @return how often, by what was asked: the text of a query, the name of a command; counts never go down
     * @throws io.scupper.model.ScupperException if it cannot be read; the message says what to do
     */
    Map<String, Long> read();
}
