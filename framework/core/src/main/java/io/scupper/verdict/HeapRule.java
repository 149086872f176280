package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges the heap by its class histograms. A class of the application that the {@link ClassRule} suspects, and that is
 * still there after lift, is a leak; JDK classes alone are undecided, since byte arrays and map nodes are what everything
 * is made of. Live heap that rises beyond its slack without any suspect is undecided too: nothing but proof is clean.
 */
final class HeapRule {

    /** The name of the finding on live heap as a whole. */
    static final String HEAP = "heap";

    private static final int LEAST_ROUNDS = 5;

    /** How much of its early growth is none. */
    static final double AT_REST = 0.2;

    /** How many rounds at the end show that a class has come to rest. */
    private static final int LATE_ROUNDS = 3;

    private final Thresholds thresholds;
    private final ClassRule rule;
    private final SwayRule sway;
    private final FillingRule filling;

    HeapRule(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.rule = new ClassRule(thresholds);
        this.sway = new SwayRule(thresholds);
        this.filling = new FillingRule(thresholds);
    }

    List<Finding> judge(Rounds rounds, Circumstances circumstances) {
        var findings = new ArrayList<Finding>(suspects(rounds, true));
        findings.replaceAll(finding -> filling.judge(finding, rounds, circumstances));
        findings.addAll(sway.judge(rounds, circumstances.swaying(), findings));
        // What is behind the growth of an application's class is made of JDK classes, which need not be told apart.
        if (findings.stream().allMatch(finding -> finding.verdict() == Verdict.CLEAN)) {
            findings.addAll(suspects(rounds, false));
        }
        if (!circumstances.isFollowed()) {
            findings.replaceAll(HeapRule::undecided);
        }
        findings.add(0, liveHeap(rounds, findings, circumstances));
        return findings;
    }

    static boolean isLeakOfAClass(Finding finding) {
        return finding.kind() == Kind.GROWTH && finding.name().startsWith(HEAP + ":");
    }

    static boolean isOfTheJdk(Finding finding) {
        return finding.name().startsWith(HEAP + ":") && !isOfTheApplication(finding);
    }

    /** Returns what is said of a class of the JDK that leaks. */
    String reasonOfLeak(Finding finding, Rounds rounds) {
        return reason(Kind.GROWTH, finding.name().substring(HEAP.length() + 1), rounds, false, true);
    }

    static boolean isOfTheApplication(Finding finding) {
        return finding.name().startsWith(HEAP + ":")
                && ClassNames.isApplication(finding.name().substring(HEAP.length() + 1));
    }

    /** Live heap alone is no leak: it grew with classes that are not believed to be one. */
    static Finding withoutSuspects(Finding finding) {
        return finding.kind() == Kind.GROWTH && finding.name().equals(HEAP)
                ? finding.as(Kind.UNDECIDED, finding.reason() + ", with classes of which none is known to leak")
                : finding;
    }

    private static Finding undecided(Finding finding) {
        return finding.kind() != Kind.GROWTH
                ? finding
                : finding.as(
                        Kind.UNDECIDED,
                        finding.reason() + ", but not followed for long enough to tell a leak from a cache");
    }

    /** Returns what more rounds could tell and these could not. */
    Stream<Finding> worthMore(Rounds rounds, Circumstances circumstances) {
        var suspects = new ArrayList<Finding>(suspects(rounds, true));
        suspects.addAll(sway.judge(rounds, circumstances.swaying(), suspects));
        suspects.addAll(suspects(rounds, false));
        suspects.removeIf(finding -> finding.verdict() == Verdict.CLEAN && !filling.isWanted(finding, rounds));
        Stream<Finding> whole = Stream.of(liveHeap(rounds, suspects, circumstances))
                .filter(finding -> finding.kind() == Kind.UNDECIDED);
        return Stream.concat(suspects.stream(), whole);
    }

    /** Returns how many classes grow in rounds that are too short to tell a bounded collection that fills up from a leak. */
    long wantFilling(Rounds rounds) {
        return suspects(rounds, true).stream()
                .filter(finding -> filling.isWanted(finding, rounds))
                .count();
    }

    /** Tells whether it is not decided of a class that comes and goes whether it grows. */
    boolean isSwaying(Rounds rounds, Circumstances circumstances) {
        return sway.judge(rounds, circumstances.swaying(), suspects(rounds, true)).stream()
                .anyMatch(finding -> finding.kind() == Kind.UNDECIDED);
    }

    /** Returns the suspects among the application's classes or among the JDK's, largest growth first. */
    List<Finding> suspects(Rounds rounds, boolean application) {
        return rounds.judged().get(rounds.judged().size() - 1).sample().classes().keySet().stream()
                .filter(name -> ClassNames.isApplication(name) == application)
                .flatMap(name -> judge(name, rounds, application).stream())
                .sorted(Comparator.comparingDouble(Finding::perOperation).reversed())
                .toList();
    }

    private List<Finding> judge(String name, Rounds rounds, boolean application) {
        long operations = rounds.judged().get(0).sample().operations();
        double share = application ? thresholds.leakingShare() : thresholds.jdkShare();
        long[] deltas = rounds.deltas(sample -> sample.instances(name));
        boolean isSteady = rule.suspect(deltas, operations, share).isPresent();
        if (!isSteady && !(application && wasSteady(deltas, operations))) {
            return List.of();
        }
        long grown = Arrays.stream(deltas).sum();
        long start = rounds.start().instances(name);
        long left = rounds.settled().instances(name) - start;
        double perOperation = grown / (double) Math.max(1, rounds.judgedOperations());
        Kind kind = isSteady ? kind(rounds, application, grown, left) : afterSteady(deltas, grown, left);
        if (!isSteady && kind == Kind.UNDECIDED) {
            Optional<Finding> sways = sway.bounded(name, rounds);
            if (sways.isPresent()) {
                return List.of(sways.get());
            }
        }
        return List.of(new Finding(
                HEAP + ":" + name,
                Unit.COUNT,
                kind,
                start,
                rounds.settled().instances(name),
                perOperation,
                reason(kind, name, rounds, application, isSteady)));
    }

    private String reason(Kind kind, String name, Rounds rounds, boolean application, boolean isSteady) {
        long operations = rounds.judged().get(0).sample().operations();
        long[] deltas = rounds.deltas(sample -> sample.instances(name));
        long left = rounds.settled().instances(name) - rounds.start().instances(name);
        String rate = String.format(
                Locale.ROOT,
                "+%.3f instances per operation",
                Arrays.stream(deltas).sum() / (double) Math.max(1, rounds.judgedOperations()));
        return switch (kind) {
            case BOUNDED ->
                "grew at first and has come to rest: bounded at about %d instances, %s by themselves"
                        .formatted(
                                rounds.settled().instances(name), Unit.BYTES.format(bytes(rounds.settled(), name), 1));
            case RETURNED -> rate + " while it lasted, given up after lift";
            case WITHIN_TOLERANCE ->
                "%s; rounds of %d operations are too short to tell a bounded collection that fills up from a leak, and live heap is within its slack"
                        .formatted(rate, operations);
            case GROWTH ->
                "%s over %d rounds %s, still held after settling"
                        .formatted(rate, deltas.length, Arrays.toString(deltas));
            default ->
                application && !isSteady
                        ? "%s, steady at first, then neither steady nor at rest: %s"
                                .formatted(rate, Arrays.toString(deltas))
                        : application
                                ? "%s over %d rounds, of %d instances %d are left"
                                        .formatted(
                                                rate,
                                                deltas.length,
                                                Arrays.stream(deltas).sum(),
                                                left)
                                : "%s over %d rounds, but only JDK classes grow: nothing names who holds them"
                                        .formatted(rate, deltas.length);
        };
    }

    /**
     * Tells whether a class would have been suspected after the rounds that a run has at least. Fewer are filled up with
     * rounds without growth, and make no suspect.
     */
    private boolean wasSteady(long[] deltas, long operations) {
        return rule.suspect(Arrays.copyOf(deltas, LEAST_ROUNDS), operations, thresholds.leakingShare())
                .isPresent();
    }

    /** A class that was suspected and grows no longer is a cache that is full; one that still does is not understood. */
    private static Kind afterSteady(long[] deltas, long grown, long left) {
        if (left < grown / 10.0) {
            return Kind.RETURNED;
        }
        double atRest =
                AT_REST * Arrays.stream(deltas).limit(LEAST_ROUNDS).average().orElseThrow();
        boolean isAtRest = deltas.length >= LEAST_ROUNDS + LATE_ROUNDS
                && Arrays.stream(deltas).skip(deltas.length - LATE_ROUNDS).allMatch(d -> Math.abs(d) <= atRest);
        return isAtRest ? Kind.BOUNDED : Kind.UNDECIDED;
    }

    private Kind kind(Rounds rounds, boolean application, long grown, long left) {
        if (left < grown / 10.0) {
            return Kind.RETURNED;
        }
        if (rounds.judged().get(0).sample().operations() < thresholds.growthOperations() && isHeapBack(rounds)) {
            return Kind.WITHIN_TOLERANCE;
        }
        return application && left >= grown / 2.0 ? Kind.GROWTH : Kind.UNDECIDED;
    }

    private boolean isHeapBack(Rounds rounds) {
        return rounds.settled().heap().liveBytes() - rounds.baseline().heap().liveBytes() <= slack(rounds);
    }

    /** Tells whether live heap has stopped rising: something was loaded once and is kept. */
    private boolean isAtRest(Rounds rounds, Circumstances circumstances) {
        if (circumstances.filling().isPresent()) {
            return circumstances.filling().get().delta(sample -> sample.heap().liveBytes()) <= AT_REST * slack(rounds);
        }
        long[] deltas = rounds.deltas(sample -> sample.heap().liveBytes());
        long late = Arrays.stream(deltas)
                .skip(Math.max(0, deltas.length - LATE_ROUNDS))
                .sum();
        long afterLast = rounds.settled().heap().liveBytes()
                - rounds.judged().get(deltas.length - 1).sample().heap().liveBytes();
        return Math.max(late, 0) + Math.max(afterLast, 0) <= AT_REST * slack(rounds);
    }

    private double slack(Rounds rounds) {
        return Math.max(
                thresholds.heapSlackBytes(),
                thresholds.heapSlack() * rounds.baseline().heap().liveBytes());
    }

    private Finding liveHeap(Rounds rounds, List<Finding> suspects, Circumstances circumstances) {
        long baseline = rounds.baseline().heap().liveBytes();
        long settled = rounds.settled().heap().liveBytes();
        double perOperation =
                Arrays.stream(rounds.deltas(sample -> sample.heap().liveBytes()))
                                .sum()
                        / (double) Math.max(1, rounds.judgedOperations());
        double slack = slack(rounds);
        boolean explained = suspects.stream().anyMatch(finding -> finding.kind() == Kind.GROWTH);
        String moved = "baseline %s, now %s".formatted(Unit.BYTES.format(baseline, 1), Unit.BYTES.format(settled, 1));
        Kind kind = isHeapBack(rounds)
                ? Kind.RETURNED
                : explained ? Kind.GROWTH : isAtRest(rounds, circumstances) ? Kind.BOUNDED : Kind.UNDECIDED;
        String reason = switch (kind) {
            case RETURNED -> moved + ", within the slack of " + Unit.BYTES.format(slack, 1);
            case GROWTH -> moved;
            case BOUNDED -> moved + ", and has come to rest";
            default ->
                "%s, more than the slack of %s, and no class of the application grows steadily; most grew %s"
                        .formatted(moved, Unit.BYTES.format(slack, 1), largest(rounds));
        };
        return new Finding(HEAP, Unit.BYTES, kind, baseline, settled, perOperation, reason);
    }

    private static String largest(Rounds rounds) {
        Sample before = rounds.baseline();
        Sample after = rounds.settled();
        return after.classes().entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().bytes() - bytes(before, entry.getKey())))
                .map(entry -> entry.getKey() + " by "
                        + Unit.BYTES.format(entry.getValue().bytes() - bytes(before, entry.getKey()), 1))
                .orElse("nothing");
    }

    private static long bytes(Sample sample, String className) {
        var count = sample.classes().get(className);
        return count == null ? 0 : count.bytes();
    }
}
