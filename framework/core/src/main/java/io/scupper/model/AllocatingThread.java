package io.scupper.model;

import java.util.List;

/**
 * A thread that has allocated since somebody looked last.
 *
 * @param id given by the JVM, never twice
 * @param bytes that it has allocated since, more than 0
 * @param frames where it is now, nearest first; may be empty
 */
public record AllocatingThread(long id, long bytes, List<String> frames) {

    public AllocatingThread {
        frames = List.copyOf(frames);
    }
}
