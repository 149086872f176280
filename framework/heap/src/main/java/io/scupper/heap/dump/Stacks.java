package io.scupper.heap.dump;

import java.util.List;
import java.util.Map;

/**
 * The stacks of the threads in a dump.
 *
 * @param frames of each thread, by its serial number, the innermost first
 */
record Stacks(Map<Integer, List<String>> frames) {

    /** Returns class and method of a frame, or an empty text if the dump does not tell. */
    String frame(int thread, int number) {
        List<String> stack = frames.getOrDefault(thread, List.of());
        return number < 0 || number >= stack.size() ? "" : stack.get(number);
    }
}
