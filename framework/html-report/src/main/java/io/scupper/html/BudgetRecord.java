package io.scupper.html;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.scupper.model.ByteSize;
import io.scupper.model.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one budget, as it lies in the record. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BudgetRecord(
        String measure,
        String of,
        String unit,
        double atMost,
        @Nullable Double measured,
        String outcome,
        String reason,
        List<String> evidence,
        String advice) {

    BudgetRecord {
        measure = RunRecord.text(measure);
        of = RunRecord.text(of);
        unit = RunRecord.text(unit);
        outcome = RunRecord.text(outcome);
        reason = RunRecord.text(reason);
        advice = RunRecord.text(advice);
        evidence = RunRecord.list(evidence);
    }

    public boolean isMissed() {
        return outcome.equals("MISSED");
    }

    public boolean isUnmeasured() {
        return outcome.equals("UNMEASURED");
    }

    /** Returns what it is called: the attribute of the annotation, and the class it is about. */
    public String label() {
        return of.isEmpty() ? measure : measure + " of " + of;
    }

    public String measuredInWords() {
        Double figure = measured;
        return figure == null ? "–" : inWords(figure);
    }

    public String allowedInWords() {
        return inWords(atMost);
    }

    /** Returns the figures: {@code 71.2 MiB measured, 32 MiB allowed}. */
    String figures() {
        return "%s measured, %s allowed".formatted(measuredInWords(), allowedInWords());
    }

    /** Returns what the table marks it as. */
    public Outcome mark() {
        return isMissed() ? Outcome.OVER_BUDGET : isUnmeasured() ? Outcome.INCONCLUSIVE : Outcome.CLEAN;
    }

    /** Returns the word for its outcome. */
    public String word() {
        return isMissed() ? "missed" : isUnmeasured() ? "not measured" : "kept to";
    }

    /** Returns how far the bar of a table goes, in percent of twice what is allowed; 0 where nothing was measured. */
    public int share() {
        Double figure = measured;
        if (figure == null) {
            return 0;
        }
        return atMost <= 0 ? figure > 0 ? 100 : 0 : (int) Math.round(Math.min(100, 50 * figure / atMost));
    }

    private String inWords(double figure) {
        return Text.unit(unit) == Unit.BYTES ? ByteSize.format(figure) : Unit.COUNT.format(figure, 3);
    }
}
