package io.scupper.heap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueueTests {

    @Test
    void numbersComeOutInTheOrderInWhichTheyWentIn() {
        var random = new Random(7);
        var queue = new Queue();
        Deque<Integer> expected = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            // More go in than come out, so that it grows while its beginning is anywhere.
            if (random.nextInt(3) > 0) {
                queue.add(i);
                expected.add(i);
            } else if (!expected.isEmpty()) {
                assertThat(queue.remove()).isEqualTo(expected.remove());
            }
        }
        while (!expected.isEmpty()) {
            assertThat(queue.remove()).isEqualTo(expected.remove());
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
