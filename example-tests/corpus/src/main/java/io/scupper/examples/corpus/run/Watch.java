package io.scupper.examples.corpus.run;

import io.scupper.examples.corpus.result.Series;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.spi.RunListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Keeps what was read at the baseline and after each judged round; a run itself remembers no class. */
final class Watch implements RunListener {

    private static final Set<Phase> KEPT = EnumSet.of(Phase.WARM_UP, Phase.CONTROL, Phase.ARMED);

    private final List<Sample> samples = new ArrayList<>();

    @Override
    public void sampled(Sample sample) {
        if (sample.phase() == Phase.WARM_UP) {
            // The last one of warm-up is the baseline.
            samples.clear();
        }
        if (KEPT.contains(sample.phase())) {
            samples.add(sample);
        }
    }

    Series series() {
        if (samples.isEmpty()) {
            return Series.EMPTY;
        }
        Set<String> classes = samples.stream()
                .flatMap(sample -> sample.classes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Resource> counted = samples.stream()
                .flatMap(sample -> sample.counted().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Series(
                (int) samples.get(0).operations(),
                each(sample -> sample.heap().liveBytes()),
                each(sample -> sample.heap().usedBytes()),
                movers(classes, name -> each(sample -> sample.instances(name)), name -> name),
                movers(counted, resource -> each(sample -> sample.count(resource)), Resource::label));
    }

    private List<Long> each(ToLongFunction<Sample> figure) {
        return samples.stream().mapToLong(figure).boxed().toList();
    }

    private static <K> Map<String, List<Long>> movers(
            Set<K> keys,
            java.util.function.Function<K, List<Long>> values,
            java.util.function.Function<K, String> name) {
        Map<String, List<Long>> movers = new HashMap<>();
        for (K key : keys) {
            List<Long> series = values.apply(key);
            if (series.stream().distinct().count() > 1) {
                movers.put(name.apply(key), series);
            }
        }
        return movers;
    }
}
