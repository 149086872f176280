package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import io.scupper.model.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides when warm-up is over: no class of the application moved by more than 1 % of the operations in the last round,
 * and no counted resource moved. A subject that grows steadily never gets quiet; that is the workload's own leak and the
 * measured rounds will say so, hence it ends warm-up as well.
 */
public final class WarmUp {

    private static final double QUIET_SHARE = 0.01;
    private static final int STEADY_ROUNDS = 5;
    private static final int SET_UP_ROUNDS = 2;

    private final Thresholds thresholds;
    private final HeapRule heap;

    public WarmUp(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.heap = new HeapRule(thresholds);
    }

    /** Tells whether nothing moved between the last two samples. */
    public boolean isQuiet(List<Sample> samples) {
        if (samples.size() < 2) {
            return false;
        }
        Sample before = samples.get(samples.size() - 2);
        Sample after = samples.get(samples.size() - 1);
        return movers(before, after).isEmpty() && isStill(before, after);
    }

    private boolean isStill(Sample before, Sample after) {
        var resources = new TreeSet<>(before.counted().keySet());
        resources.addAll(after.counted().keySet());
        return resources.stream()
                .allMatch(each -> Math.abs(after.count(each) - before.count(each)) <= drift(each, after.operations()));
    }

    /** Classes are loaded, and buffers taken, as a branch of the code is first come to; that need not end the sooner for waiting. */
    private double drift(Resource resource, long operations) {
        if (resource.unit() == Unit.BYTES) {
            return thresholds.countedSlackBytes();
        }
        return resource.probe().equals(Resource.CLASSES) ? drift(operations) : 0;
    }

    /** Tells whether all that moves over the last rounds grows at a constant rate. */
    public boolean isSteady(List<Sample> samples) {
        if (samples.size() <= STEADY_ROUNDS) {
            return false;
        }
        List<Sample> last = samples.subList(samples.size() - STEADY_ROUNDS - 1, samples.size());
        var rounds = new Rounds(
                last.get(0),
                last.stream().skip(1).map(sample -> new Round(sample, 0)).toList(),
                List.of(),
                last.get(STEADY_ROUNDS));
        Set<String> steady = new TreeSet<>();
        heap.suspects(rounds, true).stream()
                .map(Finding::name)
                .map(name -> name.substring(HeapRule.HEAP.length() + 1))
                .forEach(steady::add);
        return !steady.isEmpty() && steady.containsAll(movers(last.get(STEADY_ROUNDS - 1), last.get(STEADY_ROUNDS)));
    }

    /** Returns those of the movers that went down at times, with their instances in each sample. */
    public Map<String, List<Long>> swaying(List<Sample> samples) {
        var swaying = new HashMap<String, List<Long>>();
        // What is set up at first says nothing about what comes and goes later.
        List<Sample> settled = samples.subList(Math.min(SET_UP_ROUNDS, samples.size() - 2), samples.size());
        for (String name : movers(settled)) {
            boolean fell = false;
            for (int i = 1; i < settled.size(); i++) {
                long moved = settled.get(i).instances(name) - settled.get(i - 1).instances(name);
                fell |= moved < -drift(settled.get(i).operations());
            }
            if (fell) {
                swaying.put(
                        name,
                        settled.stream().map(sample -> sample.instances(name)).toList());
            }
        }
        return swaying;
    }

    /** Returns what moved in the last round of these. */
    private Set<String> movers(List<Sample> samples) {
        return movers(samples.get(samples.size() - 2), samples.get(samples.size() - 1));
    }

    /** Returns by how many instances a class may move in a round and be called quiet. */
    static double drift(long operations) {
        return Math.max(1, QUIET_SHARE * operations);
    }

    /** Returns the classes of the application that moved by more than 1 % of the operations, and by more than one. */
    public Set<String> movers(Sample before, Sample after) {
        double most = drift(after.operations());
        var names = new TreeSet<>(before.classes().keySet());
        names.addAll(after.classes().keySet());
        names.removeIf(name ->
                !ClassNames.isApplication(name) || Math.abs(after.instances(name) - before.instances(name)) <= most);
        return names;
    }
}
