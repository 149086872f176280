package io.scupper.examples.corpus.accuracy;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * So many of so many, with the interval that holds the true share with a confidence of 95 %.
 *
 * @param of how many there were, from 0
 */
record Share(int hits, int of) {

    private static final double ERROR = 0.05;

    /** Writes it with Wilson's score interval: {@code 98.2 % (94.1–99.5)}, or a dash if there was nothing. */
    String text() {
        return text(BinomialConfidenceInterval.WILSON_SCORE);
    }

    /** Writes it with the interval of Clopper and Pearson, which is never too narrow. */
    String exactText() {
        return text(BinomialConfidenceInterval.CLOPPER_PEARSON);
    }

    private String text(BinomialConfidenceInterval method) {
        if (of == 0) {
            return "–";
        }
        Interval interval = method.fromErrorRate(of, hits, ERROR);
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f–%.1f)",
                100.0 * hits / of,
                100 * interval.getLowerBound(),
                100 * interval.getUpperBound());
    }
}
