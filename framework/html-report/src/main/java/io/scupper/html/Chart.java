package io.scupper.html;

import io.scupper.model.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chart over the samples of a run.
 *
 * @param id unique in its page, of lower-case letters, digits and dashes
 * @param summary what it shows in one sentence, for those who do not see it
 * @param allowed where the first line started and how far above it may stay
 */
record Chart(
        String id,
        String title,
        Unit unit,
        String summary,
        List<Line> lines,
        @Nullable Allowed allowed) {

    /** Returns whether bytes are counted. */
    boolean isBytes() {
        return unit == Unit.BYTES;
    }

    /** Writes one value of a line, for the table. */
    public String text(@Nullable Long value) {
        return value == null ? "–" : Text.value(unit, value);
    }

    /**
     * One line.
     *
     * @param values one for each sample; null where nothing was kept
     * @param isSuspect whether what it shows did not come back
     * @param isTotal whether it is the sum of all there is of its kind
     */
    record Line(String name, List<@Nullable Long> values, boolean isSuspect, boolean isTotal) {

        Line(String name, List<@Nullable Long> values, boolean isSuspect) {
            this(name, values, isSuspect, false);
        }
    }

    /**
     * The baseline.
     *
     * @param top up to where a value is still back
     */
    record Allowed(double baseline, double top, String label) {}
}
