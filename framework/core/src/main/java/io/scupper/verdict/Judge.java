package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides what rounds come to. Two questions share them: is everything back at its baseline after lift, and does the
 * workload keep something per operation? The verdict is the worst of the findings.
 */
public final class Judge {

    private final Bounds bounds;
    private final CountedRule counted;
    private final HeapRule heap;
    private final CollectedRule collected;
    private final BatchRule batches;

    public Judge(Thresholds thresholds, Bounds bounds) {
        this.bounds = bounds;
        this.counted = new CountedRule(thresholds);
        this.heap = new HeapRule(thresholds);
        this.collected = new CollectedRule(thresholds, bounds.acceptsCollected());
        this.batches = new BatchRule(thresholds);
    }

    /** Returns one finding for each thing that was measured, heap first; never empty. */
    public List<Finding> judge(Rounds rounds) {
        return judge(rounds, Circumstances.PLAIN);
    }

    /** As {@link #judge(Rounds)}, in circumstances that are not plain. */
    public List<Finding> judge(Rounds rounds, Circumstances circumstances) {
        var findings = new ArrayList<Finding>(heap.judge(rounds, circumstances));
        resources(rounds).forEach(resource -> findings.add(counted.judge(resource, rounds)));
        findings.addAll(collected.judge(rounds, circumstances));
        findings.replaceAll(finding -> Audit.of(finding, rounds));
        findings.replaceAll(finding -> batches.judge(finding, rounds, circumstances));
        if (findings.stream().noneMatch(HeapRule::isLeakOfAClass)) {
            findings.replaceAll(HeapRule::withoutSuspects);
        }
        findings.addAll(declared(rounds));
        return findings;
    }

    /**
     * Returns, as leaks, the classes of the JDK that grow as a leak does, and are none as long as nothing names who holds them: a
     * path from a root may.
     */
    public List<Finding> wantingAPath(Rounds rounds, Circumstances circumstances) {
        return judge(rounds, circumstances).stream()
                .filter(HeapRule::isOfTheJdk)
                .filter(finding -> finding.kind() == Kind.UNDECIDED && circumstances.isFollowed())
                .map(finding -> finding.as(Kind.GROWTH, heap.reasonOfLeak(finding, rounds)))
                .map(finding -> Audit.of(finding, rounds))
                .map(finding -> batches.judge(finding, rounds, circumstances))
                .filter(finding -> finding.kind() == Kind.GROWTH)
                .toList();
    }

    /** Returns the names of what grows as a leak would, or as neither a leak nor a pool would: more rounds may tell. */
    public List<String> suspicions(Rounds rounds, Circumstances circumstances) {
        Stream<String> resources = resources(rounds).stream()
                .filter(resource -> counted.isUndecided(resource, rounds))
                .map(Resource::label);
        return Stream.concat(heap.worthMore(rounds, circumstances).map(Finding::name), resources)
                .toList();
    }

    /** Tells whether a class grows in rounds that are too short to tell a bounded collection that fills up from a leak. */
    public boolean wantsFilling(Rounds rounds) {
        return heap.wantFilling(rounds) > 0;
    }

    /** Tells whether {@link #wantsFilling} is all there is to tell: no round like the others could. */
    public boolean wantsFillingAlone(Rounds rounds, Circumstances circumstances) {
        return wantsFilling(rounds)
                && heap.wantFilling(rounds) == suspicions(rounds, circumstances).size();
    }

    /** Tells whether something that is counted, and no class, grows as a leak does. */
    public boolean countsALeak(Rounds rounds) {
        return resources(rounds).stream()
                .anyMatch(resource -> counted.judge(resource, rounds).kind() == Kind.GROWTH);
    }

    /** Tells whether sockets or descriptors may be closed by the garbage collector alone. */
    public boolean suspectsTheCollector(Rounds rounds) {
        return collected.judge(rounds, Circumstances.PLAIN).stream()
                .anyMatch(finding -> finding.kind() == Kind.COLLECTED);
    }

    /** Tells whether rounds of ever other lengths could tell whether a class only comes and goes. */
    public boolean suspectsBatches(Rounds rounds, Circumstances circumstances) {
        boolean isDoubted = circumstances.longer().isPresent()
                && judge(rounds, circumstances.with(Optional.empty())).stream()
                        .filter(HeapRule::isLeakOfAClass)
                        .anyMatch(finding ->
                                batches.judge(finding, rounds, circumstances).kind() != Kind.GROWTH);
        return isDoubted || heap.isSwaying(rounds, circumstances);
    }

    /** Tells whether the settled sample leaves nothing that waiting could mend. */
    public boolean isBack(Rounds rounds, Circumstances circumstances) {
        return notBack(rounds, circumstances).isEmpty();
    }

    /** Returns the names of what waiting could still mend. */
    public List<String> notBack(Rounds rounds, Circumstances circumstances) {
        var batches = Circumstances.PLAIN
                .with(circumstances.longer())
                .filled(circumstances.filling())
                .with(circumstances.uneven());
        return judge(rounds, batches).stream()
                .filter(finding -> finding.verdict() != Verdict.CLEAN && finding.kind() != Kind.COLLECTED)
                .map(Finding::name)
                .toList();
    }

    /** Tells whether every count is at or below its baseline. */
    public boolean isAtBaseline(Sample baseline, java.util.Map<Resource, Long> counts) {
        return counts.entrySet().stream()
                .allMatch(entry -> isAtBaseline(entry.getKey(), baseline.count(entry.getKey()), entry.getValue()));
    }

    private boolean isAtBaseline(Resource resource, long baseline, long now) {
        return now <= baseline + counted.slack(resource, baseline);
    }

    private static TreeSet<Resource> resources(Rounds rounds) {
        return Stream.concat(
                        Stream.of(rounds.baseline(), rounds.settled()),
                        rounds.judged().stream().map(io.scupper.model.Round::sample))
                .flatMap(sample -> sample.counted().keySet().stream())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private List<Finding> declared(Rounds rounds) {
        var findings = new ArrayList<Finding>();
        bounds.heapBytes()
                .ifPresent(bound -> findings.add(declared(
                        "heap bound",
                        Unit.BYTES,
                        bound,
                        rounds,
                        sample -> sample.heap().liveBytes())));
        for (Bounds.Group group : Bounds.Group.all()) {
            bounds.of(group)
                    .ifPresent(bound ->
                            findings.add(declared(group.word() + " bound", Unit.COUNT, bound, rounds, group::total)));
        }
        return findings;
    }

    private static Finding declared(String name, Unit unit, long bound, Rounds rounds, Rounds.Count count) {
        long baseline = count.of(rounds.baseline());
        long settled = count.of(rounds.settled());
        double grown = java.util.Arrays.stream(rounds.deltas(count)).sum();
        boolean above = settled - baseline > bound;
        return new Finding(
                name,
                unit,
                above ? Kind.ABOVE_BOUND : Kind.RETURNED,
                baseline,
                settled,
                grown / Math.max(1, rounds.judgedOperations()),
                "baseline %s, now %s, allowed above the baseline are %s"
                        .formatted(unit.format(baseline, 1), unit.format(settled, 1), unit.format(bound, 1)));
    }
}
