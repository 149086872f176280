package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;

/**
 * Live bytes grew in every round. CPython's {@code regrtest -R} decides so on reference counts and blocks (each delta is at
 * least one), and next-leak on heap bytes after a collection (each delta reaches its gate), here without a gate.
 */
final class BytesGrew implements Rule {

    @Override
    public boolean flags(Series series) {
        return Growth.isStrict(Rule.seen(series.liveBytes()));
    }
}
