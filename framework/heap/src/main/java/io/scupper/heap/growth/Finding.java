package io.scupper.heap.growth;

import io.scupper.heap.graph.Weakness;
import io.scupper.heap.shape.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What two dumps say of one class.
 *
 * @param expected the class, and how much it was said to grow
 * @param before instances in the earlier dump that are held in earnest
 * @param after instances in the later dump that are held in earnest
 * @param weakly instances that are not, by what holds them instead
 * @param shapes the ways in which what grew is held, what was found first before what holds the same instances too
 * @param largest without any such way: the one that grew most, though by less than half of what was expected; or null
 */
public record Finding(
        Expected expected,
        int before,
        int after,
        Map<Weakness, Counts> weakly,
        List<Grown> shapes,
        @Nullable Shape largest) {

    Finding with(@Nullable Shape shape) {
        return new Finding(expected, before, after, weakly, shapes, shape);
    }
}
