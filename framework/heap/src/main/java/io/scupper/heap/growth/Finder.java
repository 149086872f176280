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
    public Finder(Snapshot before, Snapshot after, Belonging belonging, Collections collections, Texts texts) {
        this.before = before;
        this.after = after;
        this.belonging = belonging;
        this.collections = collections;
        this.texts = texts;
    }

    /** Returns what is to be said of one class. Blocks for as long as it takes to go over both dumps a few times. */
    public Finding find(Expected expected) {
        Walk then = before.walk(expected.type(), collections);
        Walk now = after.walk(expected.type(), collections);
        var finding = new Finding(expected, total(then), total(now), weakly(then, now), new ArrayList<>(), null);
        Set<String> told = new HashSet<>();
        Cut cutThen = Cut.none();
        Cut cutNow = Cut.none();
        Shape largest = largest(then, now);
        for (int i = 0; i < HOLDERS; i++) {
            boolean found = false;
            for (Shape end : grown(expected, then, now)) {
                // A stack that knows the same instances as a lasting holder does is no second leak.
                boolean also = i > 0;
                if ((!also || end.root().kind().isFirst()) && told.add(Fingerprint.of(end))) {
                    found = true;
                    Grown grown = grown(end, then, now, also);
                    finding.shapes().add(grown);
                    cutThen = cutThen.and(cut(then, grown.place()));
                    cutNow = cutNow.and(
                            now.cut(grown.place().holder(), grown.place().held()));
                }
            }
            if (!found) {
                break;
            }
            then = before.walk(expected.type(), collections, cutThen);
            now = after.walk(expected.type(), collections, cutNow);
        }
        return finding.shapes().isEmpty() ? finding.with(largest) : finding;
    }

    private static List<Shape> grown(Expected expected, Walk then, Walk now) {
        return now.ends().stream()
                .filter(end -> growth(end, then) >= Math.max(1, expected.count() * SHARE))
                .sorted(Comparator.comparing(end -> -growth(end, then)))
                .limit(SHAPES)
                .toList();
    }

    private Grown grown(Shape end, Walk then, Walk now, boolean also) {
        Place place = Place.of(end, then);
        List<Integer> steps =
                end.path().stream().map(step -> Place.objects(then.like(step))).toList();
        var retained =
                new Counts(before.retained(cut(then, place)), after.retained(now.cut(place.holder(), place.held())));
        return new Grown(
                end,
                steps,
                end.targets() - growth(end, then),
                end.targets(),
                place,
                Culprit.of(end, place.held(), belonging),
                new Keys(after.graph(), now, texts).of(place.held()),
                retained,
                also);
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

    private static @Nullable Shape largest(Walk then, Walk now) {
        return now.ends().stream()
                .max(Comparator.comparing(end -> growth(end, then)))
                .orElse(null);
    }

    private static int total(Walk walk) {
        return walk.ends().stream().mapToInt(Shape::targets).sum();
    }

    private static Map<Weakness, Counts> weakly(Walk then, Walk now) {
        Map<Weakness, Integer> earlier = then.weakly();
        Map<Weakness, Integer> later = now.weakly();
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
