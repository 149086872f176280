package io.scupper.model;

import java.util.List;

/**
 * The place in the code that brought forth some of what stayed, seen while it happened.
 *
 * @param what it did there: {@code inserted}, {@code started}, {@code submitted}, {@code leased}, {@code connected}, {@code opened},
 *     {@code registered}, {@code allocated}, {@code defined}, {@code made} or {@code taken}
 * @param stayed how many of those that came from there are still held; 0 if none was lost either: nobody can tell
 * @param lost how many were collected before they went, and closed by nobody
 * @param seen how many came from there in all; 0 where only those that stayed are known
 * @param frames the stack, nearest first; the agent's own frames left out. Those of a task are followed by a note in parentheses and the
 *     frames from which it was submitted
 */
public record Origin(String what, long stayed, long lost, long seen, List<String> frames) {

    public Origin {
        frames = List.copyOf(frames);
    }

    /** Makes one of which nothing was lost. */
    public Origin(String what, long stayed, long seen, List<String> frames) {
        this(what, stayed, 0, seen, frames);
    }
}
