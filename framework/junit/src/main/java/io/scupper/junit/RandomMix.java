package io.scupper.junit;

import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.spi.Recovery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One to three faults with drawn parameters. All of it is a function of the seed, the number of the mix and the faults that can be
 * drawn, so that a replay is exact: nothing that depends on the time is drawn.
 *
 * @param seed of the whole
 * @param number of this mix, from 1
 */
record RandomMix(long seed, int number, List<FaultSpec> faults) {

    private static final int MOST = 3;

    /** Spreads seeds that follow on each other; any large prime would do. */
    private static final long SPREAD = 1_000_003;

    private static final List<Integer> EVERY = List.of(1, 2, 5, 10, 25);
    private static final List<String> PROBABILITY = List.of("0.5", "0.2", "0.1");
    private static final int MOST_AFTER = 10;
    private static final int SEEDS = 1_000_000;

    RandomMix {
        faults = List.copyOf(faults);
    }

    /** Draws a mix of faults with these ids, of which there must be one at least. */
    static RandomMix draw(long seed, int number, List<String> ids) {
        var random = new Random(seed * SPREAD + number);
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        int size = 1 + random.nextInt(Math.min(MOST, ids.size()));
        var faults = new ArrayList<FaultSpec>();
        for (String id : shuffled.subList(0, size)) {
            faults.add(draw(id, random));
        }
        return new RandomMix(seed, number, faults);
    }

    /** What is withheld is given back: that a suppressed release leaks is what mutation mode is for. */
    private static FaultSpec draw(String id, Random random) {
        FaultSpec fault = Faults.of(id)
                .with("recovery", Recovery.ASSISTED)
                .with("after", random.nextInt(MOST_AFTER + 1))
                .with("seed", random.nextInt(SEEDS));
        return random.nextBoolean()
                ? fault.with("every", EVERY.get(random.nextInt(EVERY.size())))
                : fault.with("probability", PROBABILITY.get(random.nextInt(PROBABILITY.size())));
    }

    /** Returns what is left when only some of its faults are kept: each alone, then each two. */
    List<RandomMix> parts() {
        var parts = new ArrayList<RandomMix>();
        if (faults.size() > 1) {
            faults.forEach(fault -> parts.add(with(List.of(fault))));
        }
        for (int left = 0; faults.size() > 2 && left < faults.size(); left++) {
            var others = new ArrayList<>(faults);
            others.remove(left);
            parts.add(with(others));
        }
        return parts;
    }

    private RandomMix with(List<FaultSpec> some) {
        return new RandomMix(seed, number, some);
    }

    /** Writes its faults as {@code unclosed-response(after=3, every=5, …), …}. */
    @Override
    public String toString() {
        return faults.stream().map(RandomMix::written).collect(Collectors.joining(" + "));
    }

    private static String written(FaultSpec fault) {
        Map<String, String> sorted = new TreeMap<>(fault.parameters());
        return sorted.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", ", fault.id() + "(", ")"));
    }
}
