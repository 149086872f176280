package io.scupper.html;

import io.scupper.html.RunRecord.Fault;
import io.scupper.html.RunRecord.Probe;
import io.scupper.html.RunRecord.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that the page of one test shows, in words, in the order of the page. The template only lays it out.
 *
 * @param message what an error said after its first line
 * @param quiet findings that are clean and never moved
 * @param data for the script
 * @param index where the index of the run lies, relative to this page
 */
record TestPage(
        String test,
        String className,
        String methodName,
        Outcome outcome,
        String sentence,
        List<String> details,
        String message,
        List<Fact> facts,
        List<Trace> traces,
        List<BudgetRecord> budgets,
        List<Chart> charts,
        List<String> atRest,
        List<FindingRow> findings,
        List<FindingRow> quiet,
        List<FaultBlock> faults,
        List<Sample> samples,
        List<Fact> sampled,
        List<ValueRow> values,
        List<Fact> thresholds,
        String data,
        String index) {

    static TestPage of(RunRecord run, String index) {
        var timeline = new Timeline(run);
        var charts = new Charts(run, timeline);
        var arithmetic = new Arithmetic(run, timeline);
        List<Chart> all = charts.all();
        Map<Boolean, List<FindingRow>> findings = run.probes().stream()
                .sorted(Comparator.comparing(Probe::verdict))
                .map(probe -> FindingRow.of(probe, timeline, arithmetic))
                .collect(Collectors.partitioningBy(FindingRow::isQuiet));
        int dot = run.test().lastIndexOf('.');
        return new TestPage(
                run.test(),
                dot < 0 ? "" : run.test().substring(0, dot),
                run.test().substring(dot + 1),
                run.verdict(),
                new Headline(run).sentence(),
                run.reasons(),
                run.error().lines().skip(1).map(String::strip).collect(Collectors.joining("\n")),
                facts(run, timeline),
                run.suspects().stream()
                        .map(suspect -> Trace.of(suspect, run, timeline))
                        .toList(),
                run.budgets(),
                all,
                charts.atRest(),
                findings.getOrDefault(false, List.of()),
                findings.getOrDefault(true, List.of()),
                run.faults().stream().map(FaultBlock::of).toList(),
                run.samples(),
                subject(run),
                values(timeline),
                new TreeMap<>(run.thresholds())
                        .entrySet().stream()
                                .map(entry -> new Fact(entry.getKey(), number(entry.getValue())))
                                .toList(),
                PageData.of(timeline, all),
                index);
    }

    private static List<Fact> facts(RunRecord run, Timeline timeline) {
        var headline = new Headline(run);
        var facts = new ArrayList<Fact>();
        if (run.verdict() == Outcome.LEAK) {
            facts.add(new Fact("per operation", headline.perOperation()));
        }
        if (run.verdict() != Outcome.ERROR) {
            facts.add(new Fact("time to baseline", headline.timeToBaseline()));
            facts.add(new Fact(
                    "judged",
                    Text.count(timeline.judged().size(), "round", "rounds")
                            + ", "
                            + Text.count(timeline.judgedOperations(), "operation", "operations")));
        }
        facts.add(new Fact("runtime", run.runtime()));
        if (run.tookMillis() > 0) {
            facts.add(new Fact("took", Text.duration(run.tookMillis())));
        }
        return facts;
    }

    private static List<Fact> subject(RunRecord run) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("test", run.test()));
        if (!run.subject().isEmpty()) {
            facts.add(new Fact("subject", run.subject()));
        }
        facts.add(new Fact("runtime", run.runtime()));
        facts.add(new Fact("record", RecordReader.SCHEMA));
        if (run.verdict() == Outcome.ERROR) {
            return facts;
        }
        facts.add(new Fact("took", Text.duration(run.tookMillis())));
        facts.add(new Fact("bound on recovery", Text.duration(run.withinMillis())));
        facts.add(new Fact("time to baseline", new Headline(run).timeToBaseline()));
        RunRecord.Planted planted = run.planted();
        facts.add(new Fact(
                "planted leak",
                planted == null
                        ? "none was planted"
                        : (planted.seen() ? "seen" : "not seen") + ", took " + Text.duration(planted.tookMillis())));
        RunRecord.Armed armed = run.armed();
        if (armed != null) {
            facts.add(new Fact(
                    "faults armed",
                    "from %s to %s: %s"
                            .formatted(
                                    Text.duration(armed.fromMillis()),
                                    Text.duration(armed.toMillis()),
                                    String.join(", ", armed.phases()))));
        }
        return facts;
    }

    private static List<ValueRow> values(Timeline timeline) {
        var names = new TreeSet<String>();
        timeline.samples().forEach(sample -> names.addAll(sample.counted().keySet()));
        return names.stream()
                .map(name -> new ValueRow(
                        name,
                        timeline.samples().stream()
                                .map(sample -> String.valueOf(sample.counted().getOrDefault(name, 0L)))
                                .toList()))
                .toList();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** Something with a name. */
    record Fact(String name, String value) {}

    /** What was counted of one resource, sample by sample, as it stands in the record. */
    record ValueRow(String name, List<String> values) {}

    /** One fault. */
    record FaultBlock(String id, String did, List<Fact> parameters) {

        static FaultBlock of(Fault fault) {
            var did = new StringBuilder(
                    "Fired %d of %d times, recovery %s".formatted(fault.fired(), fault.matched(), fault.recovery()));
            if (fault.held() > 0) {
                did.append(", withheld %d when it was lifted".formatted(fault.held()));
            }
            if (fault.notGivenBack() > 0) {
                did.append(", of which %d could not be given back".formatted(fault.notGivenBack()));
            }
            did.append(fault.note().isEmpty() ? "." : "; " + fault.note() + ".");
            return new FaultBlock(
                    fault.id(),
                    did.toString(),
                    new TreeMap<>(fault.parameters())
                            .entrySet().stream()
                                    .map(entry -> new Fact(entry.getKey(), entry.getValue()))
                                    .toList());
        }
    }
}
