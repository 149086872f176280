package io.scupper.model;

import java.util.List;
import java.util.Map;

/**
 * What two heap dumps say of one class that grew.
 *
 * @param className the class
 * @param held instances that something holds in earnest, in the two dumps
 * @param weakly instances that only something else holds, by what that is: {@code soft}, {@code weak}, {@code finalizer},
 *     {@code phantom} or {@code own} (the agent); how many there are in the later dump
 * @param paths the ways in which what grew is held, the most telling first; empty if none grew by half as much as the class
 */
public record HeapGrowth(String className, HeapPath.Counts held, Map<String, Long> weakly, List<HeapPath> paths) {

    public HeapGrowth {
        weakly = Map.copyOf(weakly);
        paths = List.copyOf(paths);
    }
}
