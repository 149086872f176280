package io.scupper.model;

import java.util.List;
import java.util.Optional;

/**
 * The explanation of one leak.
 *
 * @param finding the label of the finding it explains
 * @param what what grew and by how much, in one line
 * @param evidence where it waits and how it behaved, one line each; may be empty
 * @param paths who holds it, for what lies on the heap; empty where that was not looked for, or not found
 * @param origins the code that brought it forth, what stayed most first; empty where that was not looked for, or not found
 * @param culprit class and member of the application to name; empty if nothing names one
 * @param fingerprint of the leak: the same in other runs, JVMs and JDKs
 * @param advice what to close, bound or cancel
 */
public record Suspect(
        String finding,
        String what,
        List<String> evidence,
        List<HeapPath> paths,
        List<Origin> origins,
        Optional<String> culprit,
        String fingerprint,
        String advice) {

    public Suspect {
        evidence = List.copyOf(evidence);
        paths = List.copyOf(paths);
        origins = List.copyOf(origins);
    }

    /** Makes one of which no more is known than that it grew. */
    public Suspect(String finding, String what, List<String> evidence, String advice) {
        this(finding, what, evidence, List.of(), List.of(), Optional.empty(), "", advice);
    }
}
