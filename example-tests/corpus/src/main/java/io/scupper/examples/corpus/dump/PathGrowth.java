package io.scupper.examples.corpus.dump;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The growth rule of LeakCanary 3 ({@code ObjectGrowthDetector} in its module shark): a path grows if it was there in the
 * dump before, has been growing in every dump so far, and at least one of its growing children has gained at least as many
 * objects as the scenario was repeated. What grows at the end of five dumps leaks; a dump in which nothing grows ends it.
 *
 * <p>It is written anew here, on Shark's reader of dumps, because the release that has it needs a library that Maven
 * Central does not have. A scenario is one round, so that one more object a round is enough; LeakCanary's own default asks
 * for two scenarios a dump.
 */
final class PathGrowth {

    /** {@code DEFAULT_MAX_HEAP_DUMPS}. */
    static final int DUMPS = 5;

    private PathGrowth() {}

    /** Tells whether a path is left that grows from each dump to the next. */
    static boolean isLeft(List<PathNode> roots) {
        for (int i = 1; i < roots.size(); i++) {
            if (!grows(roots.get(i - 1), roots.get(i), i == 1)) {
                return false;
            }
        }
        return roots.size() > 1;
    }

    /** Marks what has grown, and tells whether anything has. */
    private static boolean grows(PathNode before, PathNode now, boolean second) {
        boolean any = false;
        Deque<PathNode[]> pairs = new ArrayDeque<>();
        pairs.add(new PathNode[] {before, now});
        while (!pairs.isEmpty()) {
            PathNode[] pair = pairs.remove();
            Collection<String> candidates = second ? pair[0].children.keySet() : pair[0].growing;
            Set<String> growing = new LinkedHashSet<>();
            for (String name : candidates) {
                PathNode then = pair[0].children.get(name);
                PathNode child = pair[1].children.get(name);
                if (then != null && child != null && child.objects > then.objects) {
                    growing.add(name);
                }
            }
            pair[1].growing = growing;
            any |= !growing.isEmpty();
            pair[1].children.forEach((name, child) -> {
                PathNode then = pair[0].children.get(name);
                if (then != null) {
                    pairs.add(new PathNode[] {then, child});
                }
            });
        }
        return any;
    }
}
