package io.scupper.heap.growth;

import io.scupper.heap.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which instances of a class are held that has grown.
 *
 * @param end the shape of the instances, in the later dump
 * @param steps how many objects each step of the path had in the earlier dump
 * @param before instances of this shape in the earlier dump
 * @param after instances of this shape in the later dump
 * @param place where the path begins to grow
 * @param culprit whom to blame, or null if the application is not on the path
 * @param keys up to three keys of a map
 * @param retained bytes that only the place holds, at least
 * @param also whether the same instances are held by a shape that was told before
 */
public record Grown(
        Shape end,
        List<Integer> steps,
        int before,
        int after,
        Place place,
        @Nullable Culprit culprit,
        List<String> keys,
        Counts retained,
        boolean also) {}
