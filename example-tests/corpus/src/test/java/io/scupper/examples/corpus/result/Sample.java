package io.scupper.examples.corpus.result;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Collector;
import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Makes results as they might come of an experiment. */
public final class Sample {

    private Sample() {}

    /** Returns a result of a cell that leaks so often, whose count of one class grows by so many a round. */
    public static Result of(Kind kind, int percent, Outcome outcome, long perRound) {
        var cell = new Cell(kind, percent, Pattern.DRAWN, 211, Collector.SERIAL, 17, 1, 1);
        List<Long> counts =
                LongStream.range(0, 7).map(i -> 10 + i * perRound).boxed().toList();
        List<Long> bytes = counts.stream().map(count -> 1_000_000 + 24 * count).toList();
        Map<String, List<Long>> movers = perRound == 0 ? Map.of() : Map.of("Order", counts);
        return new Result(
                cell.id(),
                cell,
                outcome,
                List.of(new Result.Note("heap:Order", "GROWTH", outcome, "as it should not")),
                List.of(),
                "",
                8,
                2,
                false,
                new Series(211, bytes, bytes, movers, Map.of()),
                Map.of());
    }
}
