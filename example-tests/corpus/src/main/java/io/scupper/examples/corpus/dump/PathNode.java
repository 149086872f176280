package io.scupper.examples.corpus.dump;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All objects of a dump that are reached from the roots over the same names; their identity is gone. */
final class PathNode {

    final String name;
    final @Nullable PathNode parent;
    final Map<String, PathNode> children = new HashMap<>();
    int objects;

    /** The names of the children that have grown since the dump before; empty while it does not grow. */
    Set<String> growing = Set.of();

    PathNode(String name, @Nullable PathNode parent) {
        this.name = name;
        this.parent = parent;
    }

    /** Adds what was reached. Of a chain of nodes of one name, as linked lists have, the first counts for all. */
    void reached(int count) {
        PathNode first = this;
        while (first.parent != null && first.parent.name.equals(name)) {
            first = first.parent;
        }
        first.objects += count;
        if (parent != null) {
            parent.children.put(name, this);
        }
    }
}
