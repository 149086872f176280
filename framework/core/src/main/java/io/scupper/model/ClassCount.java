package io.scupper.model;

/**
 * How much of one class is live.
 *
 * @param instances from 0
 * @param bytes shallow, from 0
 */
public record ClassCount(long instances, long bytes) {

    public static final ClassCount NONE = new ClassCount(0, 0);
}
