package io.scupper.examples.corpus.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathGrowthTests {

    @Test
    void aPathThatGrowsFromEachDumpToTheNextIsLeft() {
        assertThat(PathGrowth.isLeft(dumps(10, 11, 12, 13, 14))).isTrue();
    }

    @Test
    void aPathThatStandsStillOnceIsNot() {
        assertThat(PathGrowth.isLeft(dumps(10, 11, 11, 12, 13))).isFalse();
    }

    @Test
    void aPathThatBeginsToGrowLaterIsNot() {
        assertThat(PathGrowth.isLeft(dumps(10, 10, 11, 12, 13))).isFalse();
    }

    @Test
    void twoPathsThatGrowInTurnAreNot() {
        var dumps = List.of(dump(1, 1), dump(2, 1), dump(2, 2), dump(3, 2), dump(3, 3));

        assertThat(PathGrowth.isLeft(dumps)).isFalse();
    }

    @Test
    void oneDumpShowsNoGrowth() {
        assertThat(PathGrowth.isLeft(dumps(10))).isFalse();
    }

    @Test
    void theFirstOfAChainOfOneNameCountsForAll() {
        var root = new PathNode("root", null);
        var first = new PathNode("Node.next", root);
        var second = new PathNode("Node.next", first);
        first.reached(1);
        second.reached(1);
        new PathNode("Node.next", second).reached(3);

        assertThat(first.objects).isEqualTo(5);
        assertThat(second.objects).isZero();
    }

    private static List<PathNode> dumps(int... entries) {
        return IntStream.of(entries).mapToObj(count -> dump(count, 1)).toList();
    }

    /** A class with two arrays of so many objects. */
    private static PathNode dump(int entries, int others) {
        var root = new PathNode("root", null);
        var type = child(root, "StickyClass", 1);
        child(child(type, "Orders.all", 1), "[x]", entries);
        child(child(type, "Prices.all", 1), "[x]", others);
        return root;
    }

    private static PathNode child(PathNode parent, String name, int objects) {
        var node = new PathNode(name, parent);
        node.reached(objects);
        return node;
    }
}
