package io.scupper.junit;

import io.scupper.engine.Census;
import io.scupper.model.Resource;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.report.JsonRecord;
import io.scupper.spi.RunListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one test once more under mixes of faults that are drawn from a seed, and shrinks one that leaks to what it takes. */
final class RandomRuns {

    private final Rerun rerun;
    private final RandomMode mode;
    private final Path record;
    private final FailedMix failed;
    private final RunListener progress;
    private final List<String> misses = new ArrayList<>();
    private int told;

    /**
     * Makes them.
     *
     * @param record of the test itself; what is left of a mix that leaks lies beside it
     */
    RandomRuns(Rerun rerun, RandomMode mode, Path record) {
        String name = record.getFileName().toString().replaceFirst("\\.json$", "");
        this.rerun = rerun;
        this.mode = mode;
        this.record = record.resolveSibling(name + "-random.json");
        this.failed = new FailedMix(record.resolveSibling(name + ".random"), this.record);
        this.progress = ConsoleProgress.of(rerun.test());
    }

    /**
     * Runs them.
     *
     * @throws org.opentest4j.AssertionFailedError at the first that leaks
     * @throws ScupperException if none of them could be carried out
     */
    void run() throws InterruptedException {
        List<String> ids = rerun.reaches(type -> true).stream()
                .filter(count -> count.matched() > 0)
                .map(Census.Count::faultId)
                .toList();
        if (ids.isEmpty()) {
            progress.noted("no random mix: the operations reach none of the faults that can do with their defaults");
            return;
        }
        Optional<RandomMode> before = mode.isReplay() ? Optional.empty() : failed.read();
        if (before.isPresent()) {
            tryOne(RandomMix.draw(before.get().seed(), before.get().first(), ids));
            failed.forget();
        }
        for (int number : mode.numbers().toArray()) {
            tryOne(RandomMix.draw(mode.seed(), number, ids));
        }
        if (told == 0) {
            throw new ScupperException("None of the random mixes of seed %d could be carried out: %s"
                    .formatted(mode.seed(), String.join("; ", misses)));
        }
    }

    private void tryOne(RandomMix mix) throws InterruptedException {
        if (!leaks(mix)) {
            return;
        }
        failed.keep(mix);
        RandomMix least = mix;
        for (RandomMix part : mix.parts()) {
            if (leaks(part)) {
                least = part;
                break;
            }
        }
        explain(mix, least);
    }

    private boolean leaks(RandomMix mix) throws InterruptedException {
        progress.noted("random mix %d of seed %d: %s".formatted(mix.number(), mix.seed(), mix));
        Map<Resource, Long> before = rerun.counts();
        boolean broken = false;
        try {
            Run run = rerun.brief(name(mix), mix.faults()).run();
            told++;
            progress.noted("random mix %d is %s".formatted(mix.number(), run.verdict()));
            return run.verdict() == Verdict.LEAK;
        } catch (ScupperException e) {
            // A fault that did not fire, or operations that failed under it: nothing is known of what is retained.
            broken = !String.valueOf(e.getMessage()).contains("never fired");
            misses.add("mix " + mix.number() + ": " + e.getMessage());
            progress.noted("random mix %d could not be carried out: %s".formatted(mix.number(), e.getMessage()));
            return false;
        } finally {
            rerun.recover(before, broken);
        }
    }

    /** Runs the least mix once more, with all that a leak is owed: the path, the record, the page. */
    private void explain(RandomMix mix, RandomMix least) throws InterruptedException {
        LeakExperiment experiment = rerun.experiment(name(mix)).explaining(record);
        least.faults().forEach(experiment::inject);
        Run run = experiment.run();
        JsonRecord.write(run, record);
        Page page = Page.of(record, Records.folder());
        Outcome.report(run, record, page, told(mix, least));
    }

    private String told(RandomMix mix, RandomMix least) {
        return "\n  mix       %d of seed %d: %s\n  least     %s\n  replay    mvn verify -Dit.test='%s' -D%s=%d -D%s=%d"
                .formatted(
                        mix.number(),
                        mix.seed(),
                        mix,
                        least,
                        rerun.selector(),
                        RandomMode.SEED,
                        mix.seed(),
                        RandomMode.MIX,
                        mix.number());
    }

    private String name(RandomMix mix) {
        return "%s under mix %d of seed %d".formatted(rerun.test(), mix.number(), mix.seed());
    }
}
