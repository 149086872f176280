package io.scupper.explain;

import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.HeapPath;
import io.scupper.model.Interval;
import io.scupper.model.Origin;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Snapshot;
import io.scupper.model.Suspect;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Explains the findings of one run that are leaks, from what the agent read for the settled sample. */
public final class Explainer {

    private static final int MOST_TARGETS = 3;

    private final Rounds rounds;
    private final Snapshot settled;
    private final Evidence evidence;

    /**
     * Makes an explainer.
     *
     * @param settled what the agent read for the settled sample of {@code rounds}
     * @param evidence of a second run, or none
     */
    public Explainer(Rounds rounds, Snapshot settled, Evidence evidence) {
        this.rounds = rounds;
        this.settled = settled;
        this.evidence = evidence;
    }

    /**
     * Returns a suspect for each leak among the findings, the heap as a whole left to its classes, in the order of {@link Telling}. Classes
     * that grow in the same place are one suspect.
     *
     * @param contrasts how the subject behaved without new keys, and without any operation
     */
    public List<Suspect> suspects(List<Finding> findings, List<FaultRecord> faults, Contrasts contrasts) {
        return SamePlace.merged(Telling.first(findings.stream()
                .filter(finding -> finding.verdict() == Verdict.LEAK)
                .filter(finding -> !finding.name().equals("heap"))
                .map(finding -> explain(finding, faults.isEmpty(), contrasts))
                .toList()));
    }

    private static String probe(String finding) {
        return finding.replaceAll("[: ].*", "");
    }

    private Suspect explain(Finding finding, boolean isWithoutFault, Contrasts contrasts) {
        String probe = probe(finding.name());
        String rest = finding.name().substring(Math.min(finding.name().length(), probe.length() + 1));
        var lines = new ArrayList<String>();
        switch (probe) {
            case "heap" -> lines.addAll(sizeOf(rest));
            case "descriptors" -> lines.addAll(targets(rest));
            default -> lines.addAll(new Particulars(settled, evidence.residue()).of(finding.name(), probe, rest));
        }
        lines.add(attribution(finding, isWithoutFault));
        contrasts.sameKeys().flatMap(round -> byKeys(finding, round)).ifPresent(lines::add);
        contrasts.idle().flatMap(idle -> byItself(finding, idle)).ifPresent(lines::add);
        List<HeapPath> paths = probe.equals("heap") && evidence.heap().containsKey(rest)
                ? evidence.heap().get(rest).paths()
                : List.of();
        List<Origin> origins = finding.kind() == Finding.Kind.COLLECTED
                ? Origins.ofLost(probe, rest, evidence)
                : Origins.of(probe, rest, evidence);
        Optional<String> culprit = Culprits.of(paths, origins);
        String advice = finding.kind() == Finding.Kind.COLLECTED
                ? Advice.ofCollected()
                : Advice.of(probe, rest, paths, origins, isOfThreads(probe) ? lines : List.of());
        return new Suspect(
                finding.name(),
                what(finding),
                lines,
                paths,
                origins,
                culprit,
                Fingerprints.of(finding.name(), paths, culprit),
                advice);
    }

    private static boolean isOfThreads(String probe) {
        return probe.equals("threads") || probe.equals(Resource.GOROUTINES);
    }

    private static String what(Finding finding) {
        if (finding.kind() == Finding.Kind.COLLECTED) {
            return finding.reason();
        }
        double grown = finding.settled() - finding.baseline();
        return String.format(
                Locale.ROOT,
                "%s more than baseline (baseline %s, now %s, %+.3f%s per operation)",
                finding.unit().format(grown, 0),
                finding.unit().format(finding.baseline(), 0),
                finding.unit().format(finding.settled(), 0),
                finding.perOperation(),
                finding.unit() == Unit.BYTES ? " B" : "");
    }

    private List<String> targets(String kind) {
        return kind.equals("file")
                ? settled.targets().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MOST_TARGETS)
                        .map(entry -> "%d are %s".formatted(entry.getValue(), entry.getKey()))
                        .toList()
                : List.of();
    }

    private List<String> sizeOf(String className) {
        var now = rounds.settled().classes().get(className);
        if (now == null || now.instances() == 0) {
            return List.of();
        }
        return List.of("each instance is %d bytes by itself; live heap grew by %s in all"
                .formatted(
                        now.bytes() / now.instances(),
                        Unit.BYTES.format(
                                rounds.settled().heap().liveBytes()
                                        - rounds.baseline().heap().liveBytes(),
                                1)));
    }

    /** Says whether the growth is the fault's doing or the workload's own. */
    private String attribution(Finding finding, boolean isWithoutFault) {
        if (isWithoutFault) {
            return "it grows with the operations alone; no fault was injected";
        }
        double control = Rates.control(rounds, finding);
        return control > finding.perOperation() / 2
                ? String.format(Locale.ROOT, "it grows without the fault too: %+.3f per operation", control)
                : String.format(Locale.ROOT, "without the fault it grew by %+.3f per operation", control);
    }

    /** What does not grow with the keys of the round before is kept for each key, as in a cache without a bound. */
    private Optional<String> byKeys(Finding finding, Interval sameKeys) {
        if (!Contrasts.canTellKeys(finding, sameKeys.after().operations())) {
            return Optional.empty();
        }
        double grown = Rates.in(sameKeys, finding);
        double share = grown / perRound(finding);
        if (share < Contrasts.NONE) {
            return Optional.of("kept for each new key, as by a cache without a bound: %+.0f in a round of the same keys"
                    .formatted(grown));
        }
        return share > Contrasts.MOST
                ? Optional.of(
                        "kept for each operation, whatever its key: %+.0f in a round of the same keys".formatted(grown))
                : Optional.empty();
    }

    private double perRound(Finding finding) {
        return finding.perOperation()
                * rounds.judgedOperations()
                / rounds.judged().size();
    }

    /** What grows in idle time nearly as much as in a round is driven by time and not by the operations. */
    private Optional<String> byItself(Finding finding, Interval idle) {
        double grown = Rates.in(idle, finding);
        double perRound = perRound(finding);
        return grown > 0 && grown > perRound / 2
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "it grows without any operation too, driven by time: %+.2f per second",
                        grown * 1_000 / idle.took().toMillis()))
                : Optional.empty();
    }
}
