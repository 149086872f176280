package io.scupper.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map, sorted by its keys and made of no objects but Scupper's own. Where the subject runs in this very JVM
 * all that is remembered of it is live too, and of that only Scupper's own classes are left out: maps of the JDK would be
 * seen to grow with every sample.
 */
final class FrozenMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V> {

    private final @Nullable Node<K, V> root;
    private final int size;

    private FrozenMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    /** Returns a map with the same entries; the same map if it is such a one. */
    static <K extends Comparable<? super K>, V> Map<K, V> copyOf(Map<K, V> map) {
        if (map instanceof FrozenMap<K, V>) {
            return map;
        }
        List<Map.Entry<K, V>> sorted =
                map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return new FrozenMap<>(balanced(sorted), sorted.size());
    }

    private static <K, V> @Nullable Node<K, V> balanced(List<Map.Entry<K, V>> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int middle = sorted.size() / 2;
        Map.Entry<K, V> entry = sorted.get(middle);
        return new Node<>(
                entry.getKey(),
                Packed.of(entry.getValue()),
                balanced(sorted.subList(0, middle)),
                balanced(sorted.subList(middle + 1, sorted.size())));
    }

    @Override
    public @Nullable V get(Object key) {
        @SuppressWarnings("unchecked") // As a TreeMap does: a key of another type is refused with a ClassCastException.
        K wanted = (K) key;
        Node<K, V> node = root;
        while (node != null) {
            int order = wanted.compareTo(node.key);
            if (order == 0) {
                return node.unpacked();
            }
            node = order < 0 ? node.less : node.more;
        }
        return null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    /** Not the one of the superclass, which would be remembered by this map and is a class of the JDK. */
    @Override
    public Set<K> keySet() {
        return new Keys<>(this);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries<>(this);
    }

    private record Node<K, V>(
            K key,
            Object packed,
            @Nullable Node<K, V> less,
            @Nullable Node<K, V> more) {

        @SuppressWarnings("unchecked") // Packed by this class from a V.
        V unpacked() {
            return (V) (packed instanceof Packed count ? (Long) count.value : packed);
        }
    }

    /** A Long, which is a class of the JDK. */
    private record Packed(long value) {

        static Object of(Object value) {
            return value instanceof Long count ? new Packed(count) : value;
        }
    }

    private static final class Entries<K extends Comparable<? super K>, V> extends AbstractSet<Map.Entry<K, V>> {

        private final FrozenMap<K, V> map;

        Entries(FrozenMap<K, V> map) {
            this.map = map;
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new InOrder<>(map.root);
        }

        @Override
        public int size() {
            return map.size;
        }
    }

    private static final class Keys<K extends Comparable<? super K>, V> extends AbstractSet<K> {

        private final FrozenMap<K, V> map;

        Keys(FrozenMap<K, V> map) {
            this.map = map;
        }

        @Override
        public Iterator<K> iterator() {
            return map.entrySet().stream().map(Map.Entry::getKey).iterator();
        }

        @Override
        public boolean contains(Object key) {
            return map.containsKey(key);
        }

        @Override
        public int size() {
            return map.size;
        }
    }

    private static final class InOrder<K, V> implements Iterator<Map.Entry<K, V>> {

        private final Deque<Node<K, V>> ahead = new ArrayDeque<>();

        InOrder(@Nullable Node<K, V> root) {
            descend(root);
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            Node<K, V> node = ahead.poll();
            if (node == null) {
                throw new NoSuchElementException();
            }
            descend(node.more);
            return Map.entry(node.key, node.unpacked());
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> node = from; node != null; node = node.less) {
                ahead.push(node);
            }
        }
    }
}
