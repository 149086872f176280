package io.scupper.heap.growth;

import io.scupper.heap.dump.Texts;
import io.scupper.heap.graph.Cut;
import io.scupper.heap.graph.Weakness;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Collections;
import io.scupper.heap.shape.Fingerprint;
import io.scupper.heap.shape.Shape;
import io.scupper.heap.shape.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways in which instances of a class are held that have grown from one dump to the next. Each that is found is cut
 * in both dumps, and the search goes on: instances that are held twice are freed by nobody who is told of one holder only.
 */
public final class Finder {

    /** A path explains what grew if it has grown by this share of it. */
    static final double SHARE = 0.5;

    /** How many holders of the same instances are looked for. */
    private static final int HOLDERS = 4;

    /** How many shapes are told of those found at once; each takes a look at both dumps. */
    private static final int SHAPES = 4;

    private final Snapshot before;
    private final Snapshot after;
    private final Belonging belonging;
    private final Collections collections;
    private final Texts texts;

    /**
     * @param texts of the later dump, open for as long as this is asked
     */
    public Finder(Both<Snapshot> dumps, Belonging belonging, Collections collections, Texts texts) {
        this.before = dumps.before();
        this.after = dumps.after();
        this.belonging = belonging;
        this.collections = collections;
        this.texts = texts;
    }

    /** Returns what is to be said of one class. Blocks for as long as it takes to go over both dumps a few times. */
    public Finding find(Expected expected) {
        Both<Walk> walks = walks(expected, new Both<>(Cut.none(), Cut.none()));
        var finding = new Finding(
                expected, total(walks.before()), total(walks.after()), weakly(walks), new ArrayList<>(), null);
        Set<String> told = new HashSet<>();
        var cuts = new Both<>(Cut.none(), Cut.none());
        Shape largest = largest(walks);
        for (int i = 0; i < HOLDERS; i++) {
            List<Shape> grown = grown(expected, walks);
            boolean found = false;
            for (Shape end : grown.subList(0, Math.min(SHAPES, grown.size()))) {
                // A stack that knows the same instances as a lasting holder does is no second leak.
                boolean also = i > 0;
                if ((!also || end.root().kind().isFirst()) && told.add(Fingerprint.of(end))) {
                    found = true;
                    Place place = Place.of(end, walks.before());
                    Both<Cut> cut = cuts(place, walks);
                    finding.shapes().add(grown(end, walks, place, cut, also));
                    cuts = new Both<>(
                            cuts.before().and(cut.before()), cuts.after().and(cut.after()));
                }
            }
            if (!found || isAll(grown, expected, cuts.after())) {
                break;
            }
            walks = walks(expected, cuts);
        }
        return finding.shapes().isEmpty() ? finding.with(largest) : finding;
    }

    private Both<Walk> walks(Expected expected, Both<Cut> cuts) {
        return Both.of(
                () -> before.walk(expected.type(), collections, cuts.before()),
                () -> after.walk(expected.type(), collections, cuts.after()));
    }

    /** Tells whether nothing is left to be found: no shape has been put off, and nothing else holds what has been told. */
    private boolean isAll(List<Shape> grown, Expected expected, Cut cut) {
        return grown.size() <= SHAPES && !after.alone(cut).hasOthers(expected.type());
    }

    private static List<Shape> grown(Expected expected, Both<Walk> walks) {
        Walk then = walks.before();
        return walks.after().ends().stream()
                .filter(end -> growth(end, then) >= Math.max(1, expected.count() * SHARE))
                .sorted(Comparator.comparing(end -> -growth(end, then)))
                .toList();
    }

    private Grown grown(Shape end, Both<Walk> walks, Place place, Both<Cut> cut, boolean also) {
        Walk then = walks.before();
        List<Integer> steps =
                end.path().stream().map(step -> Place.objects(then.like(step))).toList();
        Both<Long> retained = Both.of(
                () -> before.alone(cut.before()).bytes(),
                () -> after.alone(cut.after()).bytes());
        return new Grown(
                end,
                steps,
                end.targets() - growth(end, then),
                end.targets(),
                place,
                Culprit.of(end, place.held(), belonging),
                new Keys(after.graph(), walks.after(), texts).of(place.held()),
                new Counts(retained.before(), retained.after()),
                also);
    }

    private static Both<Cut> cuts(Place place, Both<Walk> walks) {
        return new Both<>(cut(walks.before(), place), walks.after().cut(place.holder(), place.held()));
    }

    private static Cut cut(Walk then, Place place) {
        Shape held = then.like(place.held());
        Shape holder = place.holder() == null ? null : then.like(place.holder());
        if (held == null || holder == null && place.holder() != null) {
            return Cut.none();
        }
        return then.cut(holder, held);
    }

    private static int growth(Shape end, Walk then) {
        Shape earlier = then.like(end);
        return end.targets() - (earlier == null ? 0 : earlier.targets());
    }

    private static @Nullable Shape largest(Both<Walk> walks) {
        return walks.after().ends().stream()
                .max(Comparator.comparing(end -> growth(end, walks.before())))
                .orElse(null);
    }

    private static int total(Walk walk) {
        return walk.ends().stream().mapToInt(Shape::targets).sum();
    }

    private static Map<Weakness, Counts> weakly(Both<Walk> walks) {
        Map<Weakness, Integer> earlier = walks.before().weakly();
        Map<Weakness, Integer> later = walks.after().weakly();
        Map<Weakness, Counts> both = new EnumMap<>(Weakness.class);
        for (Weakness weakness : Weakness.values()) {
            int was = earlier.getOrDefault(weakness, 0);
            int is = later.getOrDefault(weakness, 0);
            if (was + is > 0) {
                both.put(weakness, new Counts(was, is));
            }
        }
        return both;
    }
}
